import { type Campaign, readCampaign } from '@qafila/contract';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Redirect, useParams } from 'wouter';
import { useApiQuery } from '../../shared/api/index.ts';
import { QueryView, TabLinks } from '../../shared/ui/index.ts';
import { useUser } from '../session/index.ts';
import { CampaignHead } from './CampaignHead.tsx';
import { type CampaignInView, TAB_PATHS, TABS, type TabName } from './tabs.ts';

type CampaignFrameProps = {
  tab: TabName;
  children: (campaign: CampaignInView) => ReactNode;
};

/** What every section of a campaign shares: its head, its commands and the way to the other sections. */
export function CampaignFrame({ tab, children }: CampaignFrameProps) {
  const { campaignId = '' } = useParams<{ campaignId: string }>();
  const query = useApiQuery(readCampaign, { params: { campaignId } });
  const isAssociation = useUser().role === 'association';
  if (isAssociation && tab === 'overview') return <Redirect to={`/c/${campaignId}/desk`} replace />;
  return (
    <QueryView query={query}>
      {(campaign) => (
        <>
          {!isAssociation && (
            <>
              <CampaignHead campaign={campaign} />
              <CampaignTabs campaign={campaign} tab={tab} />
            </>
          )}
          {TABS[campaign.kind].includes(tab) ? (
            children({ campaign, isActive: campaign.status === 'active' })
          ) : (
            <Redirect to={`/c/${campaignId}`} replace />
          )}
        </>
      )}
    </QueryView>
  );
}

function CampaignTabs({ campaign, tab }: { campaign: Campaign; tab: TabName }) {
  const { t } = useTranslation('campaigns');
  const tabs = TABS[campaign.kind].map((name) => ({
    key: name,
    href: `/c/${campaign.id}${TAB_PATHS[name]}`,
    label: t(`tab.${name}`),
  }));
  return <TabLinks label={t('tabs')} tabs={tabs} current={tab} />;
}
