export { financeRoutes } from './finances.routes.ts';
export { type Spending, spendingOf } from './spending.repository.ts';
