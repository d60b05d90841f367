import { MissingForReview } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { Panel, StageGlyph } from '../../shared/ui/index.ts';
import classes from './Completeness.module.css';

/** What is due before a review, one by one: there, or still missing. */
export function Completeness({ missing }: { missing: readonly MissingForReview[] }) {
  const { t } = useTranslation('associations');
  const all = MissingForReview.options.length;
  return (
    <Panel
      title={t('registration.completeness')}
      note={t('registration.there', { there: all - missing.length, all })}
    >
      <ul className={classes.checks}>
        {MissingForReview.options.map((code) => {
          const isMissing = missing.includes(code);
          return (
            <li key={code} data-missing={isMissing || undefined}>
              <StageGlyph glyph={isMissing ? 'delayed' : 'settled'} />
              <span>{t(`missing.${code}`)}</span>
              <span className="visually-hidden">
                {t(isMissing ? 'registration.isMissing' : 'registration.isThere')}
              </span>
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}
