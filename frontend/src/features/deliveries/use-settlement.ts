import { readWaybill, settleWaybill, type Waybill } from '@qafila/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  ApiProblem,
  fieldErrorText,
  invalidateTopics,
  keyOf,
  queryClient,
  useApiMutation,
} from '../../shared/api/index.ts';
import { isolated } from '../../shared/format/bidi.ts';
import { usePreferences } from '../../shared/i18n/index.ts';
import { notifyDone } from '../../shared/ui/index.ts';
import { countedLines } from './count.ts';
import type { DraftState } from './use-draft.ts';

const TIMES: readonly string[] = ['unloadingStartedAt', 'signedAt'];

/** Sends the draft as the settlement; it is signed at the moment it is sent. */
export function useSettlement(waybill: Waybill, { draft, drop }: DraftState) {
  const { t } = useTranslation('deliveries');
  const language = usePreferences((preferences) => preferences.language);
  const [timeError, setTimeError] = useState<string | undefined>(undefined);
  const { mutateAsync } = useApiMutation(settleWaybill);
  const target = { params: { waybillId: waybill.id } };
  const unloadingStartedAt = draft.unloadingStartedAt ?? waybill.stop.unloadingAt ?? waybill.stop.arrivedAt;

  const settle = async () => {
    const signedAt = new Date().toISOString();
    const { deliveryId, receiverName, receiverRole, signature, remarks } = draft;
    setTimeError(undefined);
    try {
      const settled = await mutateAsync({
        ...target,
        body: {
          ...{ deliveryId, receiverName, receiverRole, signature, remarks, signedAt },
          unloadingStartedAt: unloadingStartedAt ?? signedAt,
          lines: countedLines(waybill.lines, draft.counts),
        },
      });
      drop();
      queryClient.setQueryData(keyOf(readWaybill, target), settled);
      notifyDone(t('confirm.done', { code: isolated(settled.delivery?.code ?? waybill.code) }));
      void invalidateTopics(queryClient, waybill.campaign.id, ['deliveries', 'convoys', 'needs', 'pledges']);
    } catch (error) {
      const fault =
        error instanceof ApiProblem ? error.problem.errors?.find((it) => TIMES.includes(it.path)) : undefined;
      if (fault) setTimeError(fieldErrorText(fault, { t, language }));
      throw error;
    }
  };
  return { settle, timeError, unloadingStartedAt };
}
