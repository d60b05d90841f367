export { DocumentsOfAssociation } from './DocumentsOfAssociation.tsx';
export { OverviewOfAssociation } from './overview/OverviewOfAssociation.tsx';
