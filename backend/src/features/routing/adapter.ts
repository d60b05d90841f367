import type { LatLng, RouteLine } from '@qafila/contract';
import type { Outbound, OutboundAnswer } from '../../platform/outbound.ts';

export type Way = { line: RouteLine; distanceM: number; durationS: number | null };

/** How an engine is asked, and what its answers mean. */
export type Adapter = {
  readonly ask: (outbound: Outbound, points: readonly LatLng[], key: string) => Promise<OutboundAnswer>;
  /** Null: there is no road. @throws when it is not an answer of this engine */
  readonly read: (answer: OutboundAnswer) => Way | null;
};
