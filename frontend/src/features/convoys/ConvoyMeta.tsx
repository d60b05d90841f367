import type { Convoy } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shared/format/index.ts';
import { Code, DelayTag, StageTag } from '../../shared/ui/index.ts';
import { useNow } from '../../shared/ui/useNow.ts';
import { isOnTheRoad } from '../live-map/index.ts';
import { ConvoyRoute } from './ConvoyWay.tsx';
import { useDelay, useFixes } from './use-delay.ts';

/** قافلة QF-2026-004 */
export function ConvoyTitle({ convoy }: { convoy: Convoy }) {
  const { t } = useTranslation('convoys');
  return (
    <>
      {t('convoy')} <Code>{convoy.code}</Code>
    </>
  );
}

/** Stage, delay, way and time of a convoy, beside its title. */
export function ConvoyMeta({ convoy }: { convoy: Convoy }) {
  const { t } = useTranslation('convoys');
  const { when } = useFormat();
  const now = useNow();
  const fixes = useFixes(convoy.campaignId, isOnTheRoad({ convoy }));
  const delay = useDelay(convoy, fixes, now);
  return (
    <>
      <StageTag of="convoy" state={convoy.status} />
      {delay && <DelayTag {...delay} />}
      <ConvoyRoute convoy={convoy} />
      <span>
        {convoy.departedAt
          ? t('departed', { when: when(convoy.departedAt, now) })
          : t('departs', { when: when(convoy.plannedDepartureAt, now) })}
      </span>
    </>
  );
}
