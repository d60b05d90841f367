import type { ConvoyFile, HazardOverride } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { isolated } from '../../shared/format/bidi.ts';
import { useFormat } from '../../shared/format/index.ts';
import { Notice } from '../../shared/ui/index.ts';
import { useNow } from '../../shared/ui/useNow.ts';
import classes from './ConvoyHazards.module.css';
import { useHazardName } from './HazardFacts.tsx';

type Near = Pick<HazardOverride['hazards'][number], 'id' | 'source' | 'name' | 'distanceM' | 'alongM'>;

/** More than these are one fire seen many times. */
const SHOWN = 5;

/** The hazards near a convoy's way, in the order in which it meets them. */
export function HazardsOnTheWay({ hazards }: { hazards: readonly Near[] }) {
  const { t } = useTranslation('hazards');
  const { distance } = useFormat();
  const nameOf = useHazardName();
  return (
    <ul className={classes.list}>
      {hazards.slice(0, SHOWN).map((it) => (
        <li key={it.id}>
          <b>
            <bdi>{nameOf(it)}</bdi>
          </b>
          {' · '}
          {it.distanceM === 0 ? t('way.on') : t('way.near', { distance: distance(it.distanceM) })}
          {' · '}
          {t('way.along', { distance: distance(it.alongM) })}
        </li>
      ))}
      {hazards.length > SHOWN && <li>{t('way.more', { count: hazards.length - SHOWN })}</li>}
    </ul>
  );
}

export function nearOf({ hazards }: Pick<ConvoyFile, 'hazards'>): Near[] {
  return hazards.map(({ hazard: { id, source, name }, distanceM, alongM }) => ({
    id,
    source,
    name,
    distanceM,
    alongM,
  }));
}

/** On a convoy's page: what lies on its way, and who sent it through. */
export function ConvoyHazards({ file }: { file: ConvoyFile }) {
  const { t } = useTranslation('hazards');
  const { when } = useFormat();
  const now = useNow();
  const { convoy, hazards, hazardOverride } = file;
  return (
    <>
      {hazards.length > 0 && (
        <Notice
          kind="warning"
          role="note"
          title={t('way.title', { count: hazards.length })}
          actions={<Link href={`/c/${convoy.campaignId}/convoys/${convoy.id}/route`}>{t('way.round')}</Link>}
        >
          <HazardsOnTheWay hazards={nearOf(file)} />
        </Notice>
      )}
      {hazardOverride && (
        <Notice
          role="note"
          title={t('override.title', {
            name: isolated(hazardOverride.byName),
            when: when(hazardOverride.at, now),
          })}
        >
          <p className={classes.reason}>
            {t('override.reason', { reason: isolated(hazardOverride.reason) })}
          </p>
          <HazardsOnTheWay hazards={hazardOverride.hazards} />
        </Notice>
      )}
    </>
  );
}
