export { VehiclesPage } from './VehiclesPage.tsx';
