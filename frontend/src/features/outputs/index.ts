export { InitiativeDesk } from './InitiativeDesk.tsx';
export { InitiativeOverview } from './InitiativeOverview.tsx';
export { InitiativeReport } from './InitiativeReport.tsx';
export { OutputParticipants } from './OutputParticipants.tsx';
export { OutputsTab } from './OutputsTab.tsx';
