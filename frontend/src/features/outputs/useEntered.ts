import { listOutputs, type Output } from '@qafila/contract';
import { useApiQuery } from '../../shared/api/index.ts';
import type { RecordValues } from './useRecordForm.ts';

type Asked = Pick<RecordValues, 'associationId' | 'day' | 'governorateCode' | 'kind'>;

/** The entry of this day, place and kind, where there is one already. */
export function useEntered(campaignId: string, asked: Asked, isForOther: boolean): Output | undefined {
  const { associationId, day, governorateCode, kind } = asked;
  const isWhole =
    day !== null && governorateCode !== null && kind !== null && (!isForOther || associationId !== null);
  const { data } = useApiQuery(
    listOutputs,
    {
      params: { campaignId },
      query: {
        day: day ?? undefined,
        governorateCode: governorateCode ?? undefined,
        kind: kind ?? undefined,
        ...(isForOther && associationId !== null && { associationId }),
      },
    },
    { enabled: isWhole },
  );
  return isWhole ? data?.items[0] : undefined;
}
