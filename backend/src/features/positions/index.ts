export { isSos } from './alarm.ts';
export type { StoredFix } from './fleet.ts';
export { createPositions } from './positions.service.ts';
export { trackOf } from './track.service.ts';
