export { recallAllFrom } from './caseworker.service.ts';
export { erasePeople } from './erasing.ts';
export { openMonthlyDues } from './monthly-aid.ts';
export { isKeyOfDatabase } from './person-key.repository.ts';
export { type ReferralRouteDeps, referralRoutes } from './referrals.routes.ts';
