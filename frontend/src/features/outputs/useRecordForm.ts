import { type Campaign, type OutputKind, recordOutput } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { invalidateTopics, queryClient } from '../../shared/api/index.ts';
import { useApiForm } from '../../shared/forms/index.ts';
import { notifyDone } from '../../shared/ui/index.ts';
import { useUser } from '../session/index.ts';
import { type CountValues, countsIn, NO_COUNTS, useCountLabels } from './OutputFields.tsx';
import { useOutputWords } from './useOutputWords.ts';

export type RecordValues = CountValues & {
  associationId: string | null;
  day: string | null;
  governorateCode: string | null;
  kind: OutputKind | null;
};

/** A new entry: an association’s own, or one that staff enter for an association they name. */
export function useRecordForm(campaign: Campaign, today: string, onDone?: () => void) {
  const { t } = useTranslation('outputs');
  const words = useOutputWords();
  const isForOther = useUser().role !== 'association';
  const counts = useCountLabels();
  const api = useApiForm({
    endpoint: recordOutput,
    target: { params: { campaignId: campaign.id } },
    initialValues: {
      ...NO_COUNTS,
      associationId: null,
      day: today < campaign.endsOn ? today : campaign.endsOn,
      governorateCode: campaign.governorateCodes.length === 1 ? (campaign.governorateCodes[0] ?? null) : null,
      kind: 'meals',
    } as RecordValues,
    labels: {
      associationId: t('association'),
      day: t('form.day'),
      governorateCode: t('governorate'),
      kind: t('form.kind'),
      ...counts,
    },
    toBody: ({ associationId, day, governorateCode, kind, ...values }) => ({
      ...(isForOther && { associationId }),
      day,
      governorateCode,
      kind,
      ...countsIn(values),
    }),
    onDone: async (output) => {
      notifyDone(t('recorded', { amount: words.amount(output.kind, output.quantity) }));
      api.form.setValues({ ...NO_COUNTS });
      await invalidateTopics(queryClient, campaign.id, ['outputs']);
      onDone?.();
    },
  });
  return { ...api, isForOther };
}
