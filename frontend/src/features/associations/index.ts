export { AssociationsPage } from './AssociationsPage.tsx';
