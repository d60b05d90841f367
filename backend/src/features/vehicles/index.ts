export { activeTrackers } from './trackers.repository.ts';
export { type VehicleCampaign, vehicleCampaigns } from './vehicle-campaigns.repository.ts';
export { vehicleRoutes } from './vehicles.routes.ts';
