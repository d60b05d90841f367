export { TableActions } from './TableActions.tsx';
