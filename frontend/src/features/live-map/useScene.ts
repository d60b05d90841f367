import { readCampaign, readConvoyTrack } from '@qafila/contract';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useApiQuery } from '../../shared/api/index.ts';
import { useFormat } from '../../shared/format/index.ts';
import type { Scene } from '../../shared/map/index.ts';
import { type ConvoyView, isOnTheRoad } from './convoy-view.ts';
import type { LiveScreenProps } from './live-screen-props.ts';
import { sceneOf, trailsOf } from './scene-of.ts';
import type { Selection } from './selection.ts';

const TRACK_EVERY_MS = 30_000;

type SceneInputs = Pick<LiveScreenProps, 'campaignId' | 'live' | 'views'> & {
  selection: Selection | null;
  selected: ConvoyView | undefined;
};

/** What the map draws besides the vehicles. */
export function useScene({ campaignId, live, views, selection, selected }: SceneInputs): Scene {
  const { t } = useTranslation('live-map');
  const { weight } = useFormat();
  const campaign = useApiQuery(readCampaign, { params: { campaignId } });
  const track = useApiQuery(
    readConvoyTrack,
    { params: { convoyId: selected?.convoy.id ?? '' } },
    { enabled: selected !== undefined && isOnTheRoad(selected), refetchIntervalMs: TRACK_EVERY_MS },
  );
  const trails = useMemo(() => trailsOf(track.data ?? [], selected), [track.data, selected]);
  const governorates = campaign.data?.governorateCodes;
  return useMemo(
    () =>
      sceneOf({
        views: views.convoys,
        live,
        governorates: governorates ?? [],
        trails,
        selection,
        depotNote: (onHandKg) => t('map.onHand', { weight: weight(onHandKg) }),
      }),
    [views, live, governorates, trails, selection, t, weight],
  );
}
