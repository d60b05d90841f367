import { DEFAULT_ALERT_RULES, readAlertRules, readCampaign, readConvoyTrack } from '@qafila/contract';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useApiQuery } from '../../shared/api/index.ts';
import { useFormat } from '../../shared/format/index.ts';
import type { Scene, SceneTrail } from '../../shared/map/index.ts';
import type { Incidents } from '../alerts/index.ts';
import type { HazardMarks } from '../hazards/index.ts';
import { type ReplaySession, trailBefore, useIsReplaying } from '../replay/index.ts';
import { type ConvoyView, isOnTheRoad } from './convoy-view.ts';
import type { LiveScreenProps } from './live-screen-props.ts';
import { sceneOf, trailsOf } from './scene-of.ts';
import type { Selection } from './selection.ts';

const TRACK_EVERY_MS = 30_000;

/** So much of its way a vehicle trails behind it while the past is shown. */
const REPLAY_TRAIL_S = 3_600;

type SceneInputs = Pick<LiveScreenProps, 'campaignId' | 'live' | 'views' | 'session'> & {
  selection: Selection | null;
  selected: ConvoyView | undefined;
  incidents: Incidents;
  marks: HazardMarks;
};

/** What the map draws besides the vehicles. */
export function useScene(inputs: SceneInputs): Scene {
  const { campaignId, live, views, session, selection, selected, incidents, marks } = inputs;
  const { t } = useTranslation('live-map');
  const { weight } = useFormat();
  const campaign = useApiQuery(readCampaign, { params: { campaignId } });
  const rules = useApiQuery(readAlertRules, { params: { campaignId } });
  const trails = useTrails(selected, views.now, session);
  const governorates = campaign.data?.governorateCodes;
  const { geofenceRadiusM } = rules.data?.rules ?? DEFAULT_ALERT_RULES;
  return useMemo(
    () =>
      sceneOf({
        views: views.convoys,
        live,
        governorates: governorates ?? [],
        trails,
        selection,
        incidents,
        marks,
        geofenceRadiusM,
        depotNote: (onHandKg) => t('map.onHand', { weight: weight(onHandKg) }),
      }),
    [views, live, governorates, trails, selection, incidents, marks, geofenceRadiusM, t, weight],
  );
}

/** Where the vehicles of the selected convoy have just been, by the time that is shown. */
function useTrails(selected: ConvoyView | undefined, now: Date, { tracks }: ReplaySession): SceneTrail[] {
  const isReplaying = useIsReplaying();
  const track = useApiQuery(
    readConvoyTrack,
    { params: { convoyId: selected?.convoy.id ?? '' } },
    {
      enabled: selected !== undefined && isOnTheRoad(selected) && !isReplaying,
      refetchIntervalMs: TRACK_EVERY_MS,
    },
  );
  return useMemo(() => {
    if (!isReplaying || !selected) return trailsOf(track.data ?? [], selected);
    const [nowMs, ofConvoy] = [now.getTime(), selected.convoy];
    return tracks
      .around(nowMs, Date.now())
      .filter(({ convoyId }) => convoyId === ofConvoy.id)
      .flatMap((each): SceneTrail[] => {
        const vehicle = ofConvoy.vehicles.find(({ number }) => number === each.number);
        const points = trailBefore(each, nowMs / 1000, REPLAY_TRAIL_S);
        return vehicle ? [{ vehicleId: vehicle.id, points }] : [];
      });
  }, [isReplaying, selected, track.data, now, tracks]);
}
