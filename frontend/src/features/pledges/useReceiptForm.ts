import { type Pledge, recordReceipt } from '@qafila/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { invalidateTopics, queryClient, randomUuid } from '../../shared/api/index.ts';
import { useApiForm } from '../../shared/forms/index.ts';
import { notifyDone, type QuantityValue } from '../../shared/ui/index.ts';
import { outstandingOf } from './decision.ts';

/** The form of one receipt; its id is made once, so that sending it twice counts goods in once. */
export function useReceiptForm(pledge: Pledge, onDone: () => void) {
  const { t } = useTranslation('pledges');
  const [receiptId] = useState(randomUuid);
  return useApiForm({
    endpoint: recordReceipt,
    target: { params: { pledgeId: pledge.id } },
    initialValues: {
      siteId: pledge.site.id,
      quantity: outstandingOf(pledge) as QuantityValue,
      acceptOver: false,
      expiresOn: null as string | null,
      receivedAt: new Date().toISOString() as string | null,
      note: '',
    },
    labels: {
      quantity: t('receipt.quantity'),
      siteId: t('receipt.site'),
      receivedAt: t('receipt.receivedAt'),
      expiresOn: t('receipt.expires'),
      note: t('receipt.note'),
    },
    toBody: (values) => ({ ...values, receiptId }),
    onDone: async ({ receipt }) => {
      notifyDone(t('receipt.done', { code: receipt.code, lot: receipt.lotCode }));
      onDone();
      await invalidateTopics(queryClient, pledge.campaignId, ['pledges', 'needs', 'stock']);
    },
  });
}
