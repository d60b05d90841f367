export { documentRoutes } from './documents.routes.ts';
export { documentRefs, keepDocument, requireDocuments } from './documents.service.ts';
