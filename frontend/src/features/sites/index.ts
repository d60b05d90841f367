export { useGovernorateChoices, useGovernorateName } from './governorates.ts';
export { PlaceField } from './PlaceField.tsx';
export { SiteSelect } from './SiteSelect.tsx';
export { SitesPage } from './SitesPage.tsx';
export { useSite } from './useSite.ts';
