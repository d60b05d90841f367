import { type Convoy, type FixTuple, readLiveMap, readPositions } from '@qafila/contract';
import { useApiQuery } from '../../shared/api/index.ts';
import { expectedDelayMin, isOnTheRoad } from '../live-map/index.ts';
import { type Delay, delayOf } from './delay.ts';

/** The map follows every fix; lists and heads are content to look now and then. */
const LOOK_EVERY_MS = 15_000;
const NO_FIXES: readonly FixTuple[] = [];

/** Where the vehicles of a campaign were last seen. */
export function useFixes(campaignId: string, enabled: boolean): readonly FixTuple[] {
  const positions = useApiQuery(
    readPositions,
    { params: { campaignId } },
    { enabled, refetchIntervalMs: LOOK_EVERY_MS },
  );
  return positions.data?.fixes ?? NO_FIXES;
}

/** The delay of a convoy; on the road the same as on the live map. */
export function useDelay(convoy: Convoy, fixes: readonly FixTuple[], now: Date): Delay | null {
  const { campaignId, id } = convoy;
  const live = useApiQuery(readLiveMap, { params: { campaignId } }, { enabled: isOnTheRoad({ convoy }) });
  const onMap = live.data?.convoys.find((each) => each.convoy.id === id);
  return delayOf(convoy, now, onMap ? expectedDelayMin({ ...onMap, convoy }, fixes, now) : null);
}
