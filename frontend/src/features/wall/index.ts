export { isSharePath } from './share-token.ts';
