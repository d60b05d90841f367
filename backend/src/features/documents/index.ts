export { deleteDocument } from './documents.repository.ts';
export { documentRoutes } from './documents.routes.ts';
export { documentRefs, keepDocument, requireDocuments, send as sendDocument } from './documents.service.ts';
export { attachDocuments } from './step-documents.repository.ts';
