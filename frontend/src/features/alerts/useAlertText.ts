import { useTranslation } from 'react-i18next';
import { isolated } from '../../shared/format/bidi.ts';
import { useFormat } from '../../shared/format/index.ts';
import { useNow } from '../../shared/ui/index.ts';
import { minutesOf, type Said } from './alert-view.ts';

/** An alert as one sentence. */
export function useAlertText(): (said: Said) => string {
  const { t } = useTranslation();
  const { distance, duration, name, number, percent } = useFormat();
  const now = useNow();
  return (said) => {
    const { values, vehicleOrdinal, site } = said;
    return t(`alert.say.${sentenceOf(said)}`, {
      vehicle: t('alert.vehicle', {
        number: isolated(vehicleOrdinal === null ? '' : number(vehicleOrdinal)),
      }),
      stop: site ? name(site) : '',
      distance: distance(values['distanceM'] ?? 0),
      duration: duration(minutesOf(said, now)),
      percent: percent((values['batteryPct'] ?? 0) / 100),
    });
  };
}

/** Two kinds say different things by what is known. */
function sentenceOf({ kind, values, site }: Said): string {
  if (kind === 'left') return site ? 'left_stop' : 'left_origin';
  if (kind === 'hazard_ahead' && values['distanceM'] === 0) return 'hazard_ahead_on_route';
  return kind;
}
