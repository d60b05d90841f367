export { DocumentsOfAssociation } from './DocumentsOfAssociation.tsx';
export { OverviewOfAssociation } from './OverviewOfAssociation.tsx';
