export { createPositions } from './positions.service.ts';
export { trackOf } from './track.service.ts';
