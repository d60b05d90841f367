import { type Campaign, listCampaigns } from '@qafila/contract';
import { useEffect } from 'react';
import { create } from 'zustand';
import { useApiQuery } from '../shared/api/index.ts';
import { useCampaignId } from '../shared/ui/index.ts';

const STORAGE_KEY = 'qafila.campaign';

const useLast = create<{ id: string | null }>()(() => ({ id: recall() }));

function recall(): string | null {
  try {
    return globalThis.localStorage?.getItem(STORAGE_KEY) ?? null;
  } catch {
    return null;
  }
}

function remember(id: string): void {
  useLast.setState({ id });
  try {
    globalThis.localStorage?.setItem(STORAGE_KEY, id);
  } catch {
    // Storage is switched off: remembered as long as the page lives.
  }
}

type CampaignInHand = {
  campaigns: readonly Campaign[];
  /** The one in the address, else the last one worked in, else the first that is active, with convoys if there is one. */
  campaign: Campaign | undefined;
  isLoading: boolean;
};

export function useCampaignInHand(): CampaignInHand {
  const { data: campaigns = [], isLoading } = useApiQuery(listCampaigns, {});
  const inAddress = useCampaignId();
  const last = useLast((state) => state.id);
  const campaign =
    campaigns.find((it) => it.id === (inAddress ?? last)) ??
    campaigns.find((it) => it.status === 'active' && it.kind === 'convoys') ??
    campaigns.find((it) => it.status === 'active') ??
    campaigns[0];
  useEffect(
    function keepInMind() {
      if (inAddress) remember(inAddress);
    },
    [inAddress],
  );
  return { campaigns, campaign, isLoading };
}
