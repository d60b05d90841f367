export { declineOffersOf } from './decisions.service.ts';
export { holdPledge } from './hold-pledge.ts';
export { pledgeRoutes } from './pledges.routes.ts';
export { recountPledge } from './recount.service.ts';
