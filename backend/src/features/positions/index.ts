export { createPositions, type Positions } from './positions.service.ts';
export { trackOf, type VehicleTrack } from './track.service.ts';
