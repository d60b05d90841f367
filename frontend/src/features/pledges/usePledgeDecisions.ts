import { acceptPledge, cancelPledge, declinePledge, type Pledge, withdrawPledge } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { invalidateTopics, queryClient, useApiMutation } from '../../shared/api/index.ts';
import { notifyDone } from '../../shared/ui/index.ts';

/** What can be decided about a pledge; each is said to have been done, and every list is read again. */
export function usePledgeDecisions() {
  const { t } = useTranslation('pledges');
  const accept = useApiMutation(acceptPledge);
  const decline = useApiMutation(declinePledge);
  const cancel = useApiMutation(cancelPledge);
  const withdraw = useApiMutation(withdrawPledge);
  const settle = async (done: Promise<Pledge>, words: string) => {
    const pledge = await done;
    notifyDone(words);
    await invalidateTopics(queryClient, pledge.campaignId, ['pledges', 'needs']);
  };
  const at = (pledge: Pledge) => ({ params: { pledgeId: pledge.id } });
  return {
    accept: (pledge: Pledge, quantity: number, reason = '') =>
      settle(accept.mutateAsync({ ...at(pledge), body: { quantity, reason } }), t('decide.accepted')),
    decline: (pledge: Pledge, reason: string) =>
      settle(decline.mutateAsync({ ...at(pledge), body: { reason } }), t('decide.declined')),
    cancel: (pledge: Pledge, reason: string) =>
      settle(cancel.mutateAsync({ ...at(pledge), body: { reason } }), t('cancel.done')),
    withdraw: (pledge: Pledge, reason: string) =>
      settle(withdraw.mutateAsync({ ...at(pledge), body: { reason } }), t('withdraw.done')),
  };
}
