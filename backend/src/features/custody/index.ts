export { chainOfCustody, journeyOf, lotStates } from './chain.service.ts';
export { postTransfers } from './custody.service.ts';
export { derivedId } from './derived-id.ts';
export type { DocumentType, Holder, Transfer } from './holders.ts';
export { type LedgerFault, ledgerFaults } from './ledger-check.repository.ts';
