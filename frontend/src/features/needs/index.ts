export { byUrgency, DUE_SOON_HOURS, isDueSoon, withPledge } from './coverage.ts';
export { NeedFormPage } from './NeedFormPage.tsx';
export { NeedsMatrixPanel } from './NeedsMatrixPanel.tsx';
export { NeedsTab } from './NeedsTab.tsx';
