export { RoutePage } from './RoutePage.tsx';
