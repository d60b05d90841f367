import { readCampaign } from '@qafila/contract';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Redirect, useParams } from 'wouter';
import { useApiQuery } from '../../shared/api/index.ts';
import { QueryView, TabLinks } from '../../shared/ui/index.ts';
import { useUser } from '../session/index.ts';
import { CampaignHead } from './CampaignHead.tsx';
import { type CampaignInView, TABS, type TabName } from './tabs.ts';

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
              <CampaignTabs campaignId={campaignId} tab={tab} />
            </>
          )}
          {children({ campaign, isActive: campaign.status === 'active' })}
        </>
      )}
    </QueryView>
  );
}

function CampaignTabs({ campaignId, tab }: { campaignId: string; tab: TabName }) {
  const { t } = useTranslation('campaigns');
  const tabs = TABS.map(({ name, path }) => ({
    key: name,
    href: `/c/${campaignId}${path}`,
    label: t(`tab.${name}`),
  }));
  return <TabLinks label={t('tabs')} tabs={tabs} current={tab} />;
}
