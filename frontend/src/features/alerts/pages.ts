export { AlertRulesPage } from './AlertRulesPage.tsx';
export { AlertsPage } from './AlertsPage.tsx';
