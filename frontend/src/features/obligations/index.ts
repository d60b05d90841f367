export { ObligationPage } from './ObligationPage.tsx';
export { ObligationsOfAssociation } from './ObligationsOfAssociation.tsx';
export { ObligationsOnDesk } from './ObligationsOnDesk.tsx';
export { ObligationsPage } from './ObligationsPage.tsx';
export { ObligationTypesPage } from './ObligationTypesPage.tsx';
export { PledgeAlarm } from './PledgeAlarm.tsx';
export { PledgeOverridesPage } from './PledgeOverridesPage.tsx';
