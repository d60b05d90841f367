export { isSos } from './alarm.ts';
export type { StoredFix } from './fleet.ts';
export { createPositions } from './positions.service.ts';
export type { VehicleSpan } from './track.repository.ts';
export { trackOf, tracksBetween, type VehicleTrack } from './track.service.ts';
