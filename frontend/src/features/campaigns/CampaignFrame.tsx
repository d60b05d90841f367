import { readCampaign } from '@qafila/contract';
import { type ReactNode, useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Redirect, useParams } from 'wouter';
import { useApiQuery } from '../../shared/api/index.ts';
import { QueryView } from '../../shared/ui/index.ts';
import { useUser } from '../session/index.ts';
import classes from './CampaignFrame.module.css';
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
              <TabLinks campaignId={campaignId} tab={tab} />
            </>
          )}
          {children({ campaign, isActive: campaign.status === 'active' })}
        </>
      )}
    </QueryView>
  );
}

function TabLinks({ campaignId, tab }: { campaignId: string; tab: TabName }) {
  const { t } = useTranslation('campaigns');
  const tabs = useRef<HTMLElement>(null);
  useLayoutEffect(
    function showOpenTab() {
      const { scrollX, scrollY } = globalThis;
      tabs.current
        ?.querySelector(`[data-tab="${tab}"]`)
        ?.scrollIntoView({ inline: 'center', block: 'nearest' });
      globalThis.scrollTo(scrollX, scrollY);
    },
    [tab],
  );
  return (
    <nav ref={tabs} className={classes.tabs} aria-label={t('tabs')}>
      {TABS.map(({ name, path }) => (
        <Link
          key={name}
          href={`/c/${campaignId}${path}`}
          data-tab={name}
          aria-current={name === tab ? 'page' : undefined}
        >
          {t(`tab.${name}`)}
        </Link>
      ))}
    </nav>
  );
}
