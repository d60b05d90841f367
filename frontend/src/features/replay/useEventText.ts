import type { AlertKind, ReplayEvent } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { isolated } from '../../shared/format/bidi.ts';
import { useFormat } from '../../shared/format/index.ts';

/** What happened, in a few words, with the code of the convoy it happened to. */
export function useEventText(): (event: ReplayEvent) => string {
  const { t } = useTranslation('replay');
  const wordsOf = useEventWords();
  return (event) => {
    const words = wordsOf(event);
    return event.convoyCode ? t('ofConvoy', { code: isolated(event.convoyCode), words }) : words;
  };
}

/** The same where the code stands beside it. */
export function useEventWords(): (event: ReplayEvent) => string {
  const { t } = useTranslation('replay');
  const { name, weight } = useFormat();
  return ({ kind, place, detail, deliveredKg }) =>
    t(`event.${kind}`, {
      place: place ? name(place) : '',
      weight: weight(deliveredKg ?? 0),
      alert: detail && kind === 'alert' ? t(`alert.kind.${detail as AlertKind}`) : '',
    });
}
