export { AssociationPage } from './AssociationPage.tsx';
