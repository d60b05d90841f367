import { type Alert, readCampaignSummary, readLiveMap } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { useParams } from 'wouter';
import { useApiQuery } from '../../shared/api/index.ts';
import { ErrorState, LoadingState, useDocumentTitle } from '../../shared/ui/index.ts';
import { useOpenAlerts } from '../alerts/index.ts';
import { useReplaySession } from '../replay/index.ts';
import { useLiveFeed } from './feed.ts';
import { LiveMapScreen } from './LiveMapScreen.tsx';
import { useServerClock, useShownViews } from './live-views.ts';

const NO_ALERTS: readonly Alert[] = [];

/** The live map of a campaign: `/c/:campaignId/map`. */
export function LiveMapPage() {
  const { campaignId } = useParams<{ campaignId: string }>();
  return <LiveMapOf key={campaignId} campaignId={campaignId} />;
}

function LiveMapOf({ campaignId }: { campaignId: string }) {
  const { t } = useTranslation('live-map');
  useDocumentTitle(t('title'));
  useLiveFeed(campaignId);
  const live = useApiQuery(readLiveMap, { params: { campaignId } });
  const summary = useApiQuery(readCampaignSummary, { params: { campaignId } });
  const clock = useServerClock(live.data?.asOf, live.dataUpdatedAt);
  const session = useReplaySession(campaignId, clock);
  const views = useShownViews(live.data, clock, session);
  const alerts = useOpenAlerts(campaignId);
  const error = (live.data ? null : live.error) ?? (summary.data ? null : summary.error);
  if (error) {
    return <ErrorState error={error} onRetry={() => Promise.all([live.refetch(), summary.refetch()])} />;
  }
  return (
    <>
      <h1 className="visually-hidden">{t('title')}</h1>
      {live.data && summary.data && views ? (
        <LiveMapScreen
          campaignId={campaignId}
          live={live.data}
          summary={summary.data}
          views={views}
          clock={clock}
          session={session}
          alerts={alerts.data?.items ?? NO_ALERTS}
        />
      ) : (
        <LoadingState rows={8} height={56} />
      )}
    </>
  );
}
