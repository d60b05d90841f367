import { Button } from '@mantine/core';
import type { Need } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shared/format/index.ts';
import { CoverageBar, PriorityMark, StageGlyph, useNow } from '../../shared/ui/index.ts';
import { isDueSoon } from '../needs/index.ts';
import classes from './NeedCard.module.css';

type NeedCardProps = {
  need: Need;
  /** Left out where the campaign takes no pledges. */
  onPledge: (() => void) | undefined;
};

/** One gap: how much is still missing, where, by when, and one button. */
export function NeedCard({ need, onPledge }: NeedCardProps) {
  const { t } = useTranslation('desk');
  const { name, number, quantity, when } = useFormat();
  const now = useNow();
  const isSoon = isDueSoon(need, now.getTime());
  return (
    <li className={classes.card}>
      <div className={classes.head}>
        <PriorityMark level={need.priority} />
        <strong>{name(need.item)}</strong>
        <span className={classes.place}>{name(need.site)}</span>
        <span className={classes.due} data-soon={isSoon || undefined}>
          {isSoon && <StageGlyph glyph="delayed" size={12} />} {when(need.neededBy, now)}
        </span>
      </div>
      <div className={classes.body}>
        <div className={classes.amount}>
          <b>{number(need.coverage.gap)}</b>{' '}
          <span>{t('missingOf', { needed: quantity(need.quantity, need.item.unit) })}</span>
        </div>
        {onPledge && (
          <Button
            variant="light"
            className={classes.pledge ?? ''}
            aria-label={t('pledgeFor', { item: name(need.item), site: name(need.site) })}
            onClick={onPledge}
          >
            {t('pledge')}
          </Button>
        )}
      </div>
      <CoverageBar coverage={need.coverage} size="card" />
    </li>
  );
}
