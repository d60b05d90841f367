import { type Alert, LIMITS, listAlerts, moveAlert } from '@qafila/contract';
import { invalidateTopics, queryClient, useApiMutation, useApiQuery } from '../../shared/api/index.ts';

/** Alerts are announced; this is for what an announcement did not reach. */
const READ_EVERY_MS = 60_000;

/** The campaign's open alerts, raised or acknowledged; shared by every part of the screen that shows them. */
export function useOpenAlerts(campaignId: string | undefined) {
  return useApiQuery(
    listAlerts,
    { params: { campaignId: campaignId ?? '' }, query: { state: 'open', limit: LIMITS.pageSizeMax } },
    { enabled: campaignId !== undefined, refetchIntervalMs: READ_EVERY_MS },
  );
}

/** Acknowledges an alert, or says that it is over. */
export function useMoveAlert({ id, campaignId }: Pick<Alert, 'id' | 'campaignId'>) {
  const { mutateAsync, isPending } = useApiMutation(moveAlert, {
    onSuccess: () => invalidateTopics(queryClient, campaignId, ['alerts']),
  });
  const move = (command: 'acknowledge' | 'clear', note: string) =>
    mutateAsync({ params: { alertId: id }, body: { command, note } });
  return { move, isPending };
}
