import { type Need, offerPledge } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { invalidateTopics, queryClient } from '../../shared/api/index.ts';
import { calendarDay } from '../../shared/format/index.ts';
import { useApiForm } from '../../shared/forms/index.ts';
import { fromWallClock } from '../../shared/ui/dates.ts';
import { notifyDone, type QuantityValue } from '../../shared/ui/index.ts';
import { useUser } from '../session/index.ts';

type OfferFormInput = {
  campaignId: string;
  needs: readonly Need[];
  chosenNeed: Need | undefined;
  firstSiteId: string;
  onDone: () => void;
};

const DAY_MS = 86_400_000;

/** The form of a promise; staff enter it for an association and name it. */
export function useOfferForm({ campaignId, needs, chosenNeed, firstSiteId, onDone }: OfferFormInput) {
  const { t } = useTranslation('pledges');
  const isForOther = useUser().role !== 'association';
  const needOf = (needId: string | null) => needs.find((need) => need.id === needId) ?? chosenNeed;
  const api = useApiForm({
    endpoint: offerPledge,
    target: { params: { campaignId } },
    initialValues: {
      associationId: null as string | null,
      needId: chosenNeed?.id ?? (null as string | null),
      quantity: (chosenNeed?.coverage.gap || '') as QuantityValue,
      siteId: firstSiteId,
      readyAt: tomorrowMorning() as string | null,
      note: '',
    },
    labels: {
      associationId: t('offer.association'),
      itemId: t('offer.need'),
      quantity: t('offer.quantity'),
      readyAt: t('offer.ready'),
      siteId: t('offer.site'),
      note: t('offer.note'),
    },
    toBody: ({ associationId, needId, ...values }) => ({
      ...values,
      ...(isForOther && { associationId: associationId ?? '' }),
      needId: needOf(needId)?.id ?? null,
      itemId: needOf(needId)?.item.id ?? '',
    }),
    onDone: async () => {
      if (!isForOther) notifyDone(t('offer.sent'));
      onDone();
      await invalidateTopics(queryClient, campaignId, ['pledges', 'needs']);
    },
  });
  return { ...api, isForOther, need: needOf(api.form.values.needId) };
}

/** Eight o'clock in Damascus, when warehouses open. */
function tomorrowMorning(): string {
  return fromWallClock(`${calendarDay(Date.now() + DAY_MS)} 08:00:00`);
}
