import { type CorrectionKind, correctStock, type StockLine } from '@qafila/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { invalidateTopics, queryClient, randomUuid } from '../../shared/api/index.ts';
import { isolated } from '../../shared/format/bidi.ts';
import { useApiForm } from '../../shared/forms/index.ts';
import { notifyDone, type QuantityValue } from '../../shared/ui/index.ts';

/** The form of one correction; its id is made once, so that sending it twice takes goods off once. */
export function useCorrectionForm(campaignId: string, line: StockLine, onDone: () => void) {
  const { t } = useTranslation('stock');
  const [correctionId] = useState(randomUuid);
  return useApiForm({
    endpoint: correctStock,
    target: { params: { accountId: line.accountId } },
    initialValues: {
      kind: null as CorrectionKind | null,
      quantity: '' as QuantityValue,
      reason: '',
    },
    labels: {
      kind: t('correct.kind'),
      quantity: t('correct.quantity'),
      reason: t('correct.reason'),
    },
    toBody: (values) => ({ ...values, correctionId }),
    onDone: async ({ correction }) => {
      notifyDone(t('correct.done', { code: isolated(correction.code) }));
      onDone();
      await invalidateTopics(queryClient, campaignId, ['stock', 'pledges', 'needs', 'campaign']);
    },
  });
}
