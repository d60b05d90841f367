import type { Hazard } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shared/format/index.ts';
import classes from './HazardFacts.module.css';
import { FIRE_HOURS, isFire } from './hazard-view.ts';

/** A zone by its name; a detection, which has none, by what it is. */
export function useHazardName(): (hazard: Pick<Hazard, 'source' | 'name'>) => string {
  const { t } = useTranslation('hazards');
  return ({ name }) => name || t('fire');
}

/** From whom, since when, how strong, until when: in one line. */
export function HazardLine({ hazard, now }: { hazard: Hazard; now: Date }) {
  const { t } = useTranslation('hazards');
  const { relative, when, number } = useFormat();
  const isOver = Date.parse(hazard.validTo) <= now.getTime();
  const parts = [
    t(`source.${hazard.source}`),
    isFire(hazard)
      ? t('row.seen', { when: relative(hazard.validFrom, now) })
      : t('row.since', { when: when(hazard.validFrom, now) }),
    hazard.frpMw === null ? null : t('facts.megawatts', { value: number(hazard.frpMw, 1) }),
    t(isOver ? 'row.over' : 'row.until', { when: when(hazard.validTo, now) }),
  ];
  return <>{parts.filter((part) => part !== null).join(' · ')}</>;
}

/** Since when, until when, from whom, and what was measured. */
export function HazardFacts({ hazard, now }: { hazard: Hazard; now: Date }) {
  const { t } = useTranslation('hazards');
  const { when, number, percent, distance } = useFormat();
  const { area, frpMw, confidencePct } = hazard;
  const facts: [string, string | null][] = [
    [t('facts.source'), t(`source.${hazard.source}`)],
    [t(isFire(hazard) ? 'facts.seen' : 'facts.since'), when(hazard.validFrom, now)],
    [t('facts.until'), when(hazard.validTo, now)],
    [t('facts.radius'), area.type === 'circle' ? distance(area.radiusM) : null],
    [t('facts.power'), frpMw === null ? null : t('facts.megawatts', { value: number(frpMw, 1) })],
    [t('facts.confidence'), confidencePct === null ? null : percent(confidencePct / 100)],
    [t('facts.ended'), hazard.endReason || null],
  ];
  return (
    <>
      <dl className={classes.facts}>
        {facts.map(
          ([label, value]) =>
            value !== null && (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ),
        )}
      </dl>
      {hazard.note && <p className={classes.note}>{hazard.note}</p>}
      {isFire(hazard) && <p className={classes.note}>{t('facts.fireNote', { count: FIRE_HOURS })}</p>}
    </>
  );
}
