import type { suggestAssociations } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import type { Answer } from '../../shared/api/index.ts';
import { useFormat } from '../../shared/format/index.ts';
import classes from './ReferPanel.module.css';

export type Suggestion = Answer<typeof suggestAssociations>[number];

type SuggestionRowProps = {
  group: string;
  suggestion: Suggestion;
  /** What fills a bar: the heaviest of the loads compared. */
  most: number;
  isChosen: boolean;
  onChoose: () => void;
};

/** One association to choose: its load as a bar and in words, and how fast it answers. */
export function SuggestionRow({ group, suggestion, most, isChosen, onChoose }: SuggestionRowProps) {
  const { t } = useTranslation('referrals');
  const { name } = useFormat();
  const { association, load, hasDeclined } = suggestion;
  return (
    <label className={classes.suggestion} data-off={hasDeclined || undefined}>
      <input
        type="radio"
        name={group}
        value={association.id}
        checked={isChosen}
        disabled={hasDeclined}
        onChange={onChoose}
      />
      <span className={classes.name}>
        <b>{name(association)}</b>
        {hasDeclined && <small>{t('refer.declined')}</small>}
      </span>
      <span className={classes.load}>
        <span className={classes.track} aria-hidden="true">
          <i style={{ inlineSize: `${most > 0 ? (load.open / most) * 100 : 0}%` }} />
        </span>
        <span>
          <b>{t('load.open', { count: load.open })}</b>
          {load.dueThisMonth > 0 && ` · ${t('load.due', { count: load.dueThisMonth })}`}
        </span>
      </span>
      <span className={classes.answers}>
        {load.medianDaysToAccept === null
          ? t('load.noAnswers')
          : t('load.answers', { count: Math.round(load.medianDaysToAccept) })}
      </span>
    </label>
  );
}
