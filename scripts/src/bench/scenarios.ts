import { crashes } from './crashes.ts';
import { fanOut } from './fan-out.ts';
import { firstLoad } from './first-load.ts';
import { growth } from './growth.ts';
import { ingest } from './ingest.ts';
import { lists } from './lists.ts';
import { map } from './map.ts';
import { relay } from './relay.ts';
import type { Scenario } from './scenario.ts';
import { snapshot } from './snapshot.ts';
import { soak } from './soak.ts';
import { tracks } from './tracks.ts';

/** In the order they run: those that flood come before those for whom the flood is the past. */
export const SCENARIOS: readonly Scenario[] = [
  ingest,
  growth,
  tracks,
  snapshot,
  fanOut,
  relay,
  map,
  firstLoad,
  lists,
  crashes,
  soak,
];
