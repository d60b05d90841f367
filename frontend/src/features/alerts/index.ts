export { AlertGlyph } from './AlertGlyph.tsx';
export { AlertsBell } from './AlertsBell.tsx';
export { byUrgency, type Incidents, incidentsOf, saidOf, severityOf, waiting } from './alert-view.ts';
export { ConvoyAlerts } from './ConvoyAlerts.tsx';
export { useOpenAlerts } from './use-alerts.ts';
export { useAlertText } from './useAlertText.ts';
