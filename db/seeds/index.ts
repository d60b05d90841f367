export { fixedId } from './fixed-id.ts';
export { itemId, loadReferenceData } from './reference.ts';
