export { alarmIn, isSos } from './alarm.ts';
export { isReachable } from './fix.ts';
export { CONFIRMING_FIXES, type StoredFix } from './fleet.ts';
export { goodTrack } from './good-track.repository.ts';
export { forgetPositions } from './partitions.repository.ts';
export { createPositions } from './positions.service.ts';
export { type ConvoySpan, convoySpans, type Selection, type VehicleSpan } from './track.repository.ts';
export { trackOf, tracksBetween, type VehicleTrack } from './track.service.ts';
export type { TrackFix } from './track.ts';
