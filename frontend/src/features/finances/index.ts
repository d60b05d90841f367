export { FinanceInbox } from './FinanceInbox.tsx';
export { FinancePage } from './FinancePage.tsx';
export { FinancesOfAssociation } from './FinancesOfAssociation.tsx';
