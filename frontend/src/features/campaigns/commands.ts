import { type Campaign, type campaignLifecycle, moveCampaign } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { invalidateTopics, queryClient, useApiMutation } from '../../shared/api/index.ts';
import { notifyDone } from '../../shared/ui/index.ts';

export type CampaignCommand = (typeof campaignLifecycle.commands)[number];

/** Moves a campaign along its lifecycle. */
export function useMoveCampaign(campaign: Campaign) {
  const { t } = useTranslation('campaigns');
  const move = useApiMutation(moveCampaign);
  return async (command: CampaignCommand, reason: string) => {
    await move.mutateAsync({ params: { campaignId: campaign.id }, body: { command, reason } });
    notifyDone(t(`moved.${command}`));
    await invalidateTopics(queryClient, campaign.id, ['campaign']);
  };
}
