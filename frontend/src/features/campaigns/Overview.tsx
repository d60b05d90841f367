import { Button } from '@mantine/core';
import { listNeeds, listPledges, type Need, readCampaignSummary } from '@qafila/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useApiQuery } from '../../shared/api/index.ts';
import { LoadingState, QueryView, useIsPhone } from '../../shared/ui/index.ts';
import { NeedsMatrixPanel } from '../needs/index.ts';
import { OfferDialog, PledgesInbox } from '../pledges/index.ts';
import { useCan } from '../session/index.ts';
import { FirstSteps } from './FirstSteps.tsx';
import { KeyFigures } from './KeyFigures.tsx';
import classes from './Overview.module.css';
import type { CampaignInView } from './tabs.ts';

/** The campaign at a glance: how much is covered, where it is missing, and what awaits a decision. */
export function Overview({ campaign, isActive }: CampaignInView) {
  const params = { campaignId: campaign.id };
  const needs = useApiQuery(listNeeds, { params });
  return (
    <QueryView query={needs} loading={<LoadingState rows={8} height={48} />}>
      {(all) =>
        all.length === 0 ? (
          <FirstSteps campaign={campaign} />
        ) : (
          <Overviewed campaignId={campaign.id} isActive={isActive} needs={all} />
        )
      }
    </QueryView>
  );
}

type OverviewedProps = { campaignId: string; isActive: boolean; needs: readonly Need[] };

function Overviewed({ campaignId, isActive, needs }: OverviewedProps) {
  const can = useCan();
  const params = { campaignId };
  const summary = useApiQuery(readCampaignSummary, { params });
  const pledges = useApiQuery(listPledges, { params, query: { status: 'offered' } });
  const [asked, setAsked] = useState<Need>();
  const isPhone = useIsPhone();
  const matrix = (
    <NeedsMatrixPanel
      key="matrix"
      needs={needs}
      actionsOf={(need) => (
        <NeedActions campaignId={campaignId} need={need} isActive={isActive} onAsk={() => setAsked(need)} />
      )}
    />
  );
  const inbox = (
    <QueryView key="inbox" query={pledges}>
      {(offered) => (
        <PledgesInbox
          campaignId={campaignId}
          offered={offered}
          canDecide={isActive && can('pledge:decide')}
        />
      )}
    </QueryView>
  );
  return (
    <>
      <QueryView query={summary} loading={<LoadingState rows={1} height={120} />}>
        {(figures) => <KeyFigures summary={figures} />}
      </QueryView>
      <div className={classes.columns}>{isPhone ? [inbox, matrix] : [matrix, inbox]}</div>
      {asked && <OfferDialog campaignId={campaignId} need={asked} onClose={() => setAsked(undefined)} />}
    </>
  );
}

type NeedActionsProps = { campaignId: string; need: Need; isActive: boolean; onAsk: () => void };

function NeedActions({ campaignId, need, isActive, onAsk }: NeedActionsProps) {
  const { t } = useTranslation('needs');
  const can = useCan();
  return (
    <>
      {isActive && can('convoy:manage') && (
        <Button variant="light" size="xs" component={Link} href={`/c/${campaignId}/convoys`}>
          {t('assign')}
        </Button>
      )}
      {isActive && can('pledge:offer') && need.coverage.gap > 0 && (
        <Button variant="default" size="xs" onClick={onAsk}>
          {t('ask')}
        </Button>
      )}
    </>
  );
}
