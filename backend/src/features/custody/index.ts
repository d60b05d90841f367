export { chainOfCustody, journeyOf, lotStates } from './chain.service.ts';
export { postTransfers } from './custody.service.ts';
export { derivedId } from './derived-id.ts';
export type { Holder, Transfer } from './holders.ts';
export { ledgerFaults } from './ledger-check.repository.ts';
