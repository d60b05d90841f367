import type { AlertKind, ReplayEvent } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { isolated } from '../../shared/format/bidi.ts';
import { useFormat } from '../../shared/format/index.ts';

/** What happened, in a few words. */
export function useEventText(): (event: ReplayEvent) => string {
  const { t } = useTranslation('replay');
  const { name, weight } = useFormat();
  return ({ kind, convoyCode, place, detail, deliveredKg }) => {
    const words = t(`event.${kind}`, {
      place: place ? name(place) : '',
      weight: weight(deliveredKg ?? 0),
      alert: detail && kind === 'alert' ? t(`alert.kind.${detail as AlertKind}`) : '',
    }).trim();
    return convoyCode ? t('ofConvoy', { code: isolated(convoyCode), words }) : words;
  };
}
