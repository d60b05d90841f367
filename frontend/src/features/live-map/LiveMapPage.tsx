import { readCampaignSummary, readLiveMap } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { useParams } from 'wouter';
import { useApiQuery } from '../../shared/api/index.ts';
import { ErrorState, LoadingState, useDocumentTitle } from '../../shared/ui/index.ts';
import { useLiveFeed } from './feed.ts';
import { LiveMapScreen } from './LiveMapScreen.tsx';
import { useLiveViews, useServerClock } from './live-views.ts';

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
  const views = useLiveViews(live.data, clock);
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
        />
      ) : (
        <LoadingState rows={8} height={56} />
      )}
    </>
  );
}
