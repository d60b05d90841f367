export { DeliveriesPage } from './DeliveriesPage.tsx';
export { DeliveryPage } from './DeliveryPage.tsx';
