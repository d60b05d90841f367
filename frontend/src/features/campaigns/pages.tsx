import { useParams } from 'wouter';
import { NeedFormPage as NeedForm, NeedsTab } from '../needs/index.ts';
import { InitiativeOverview, InitiativeReport, OutputsTab } from '../outputs/index.ts';
import { PledgePage as OnePledge, PledgesTab } from '../pledges/index.ts';
import { StockTab } from '../stock/index.ts';
import { ActivityTab } from './ActivityTab.tsx';
import { CampaignFrame } from './CampaignFrame.tsx';
import { Overview } from './Overview.tsx';
import { ParticipantsTab } from './ParticipantsTab.tsx';
import { ReportTab } from './ReportTab.tsx';
import type { CampaignInView } from './tabs.ts';

export function OverviewPage() {
  return (
    <CampaignFrame tab="overview">
      {(it) => (isInitiative(it) ? <InitiativeOverview campaign={it.campaign} /> : <Overview {...it} />)}
    </CampaignFrame>
  );
}

export function NeedsPage() {
  return <CampaignFrame tab="needs">{({ campaign }) => <NeedsTab campaignId={campaign.id} />}</CampaignFrame>;
}

export function PledgesPage() {
  return (
    <CampaignFrame tab="pledges">
      {({ campaign, isActive }) => <PledgesTab campaignId={campaign.id} isActive={isActive} />}
    </CampaignFrame>
  );
}

export function StockPage() {
  return <CampaignFrame tab="stock">{({ campaign }) => <StockTab campaignId={campaign.id} />}</CampaignFrame>;
}

export function ParticipantsPage() {
  return <CampaignFrame tab="participants">{(it) => <ParticipantsTab {...it} />}</CampaignFrame>;
}

export function ActivityPage() {
  return <CampaignFrame tab="activity">{(it) => <ActivityTab {...it} />}</CampaignFrame>;
}

export function ReportPage() {
  return (
    <CampaignFrame tab="report">
      {(it) => (isInitiative(it) ? <InitiativeReport campaign={it.campaign} /> : <ReportTab {...it} />)}
    </CampaignFrame>
  );
}

export function OutputsPage() {
  return <CampaignFrame tab="outputs">{({ campaign }) => <OutputsTab campaign={campaign} />}</CampaignFrame>;
}

function isInitiative({ campaign }: CampaignInView): boolean {
  return campaign.kind === 'initiative';
}

type Params = { campaignId: string; needId?: string; pledgeId?: string };

export function NeedPage() {
  const { campaignId = '', needId } = useParams<Params>();
  return <NeedForm campaignId={campaignId} needId={needId} />;
}

export function PledgePage() {
  const { campaignId = '', pledgeId = '' } = useParams<Params>();
  return <OnePledge campaignId={campaignId} pledgeId={pledgeId} />;
}
