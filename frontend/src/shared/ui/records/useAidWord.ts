import type { AidOffer, Sector } from '@qafila/contract';
import { useTranslation } from 'react-i18next';

/** Words for what associations work in and help with. */
export function useAidWord() {
  const { t } = useTranslation('records');
  return {
    sector: (sector: Sector) => t(`sector.${sector}`),
    /** طبية شهرية */
    aid: ({ kind, cadence }: AidOffer) => t(`aid.${cadence}.${kind}`),
  };
}
