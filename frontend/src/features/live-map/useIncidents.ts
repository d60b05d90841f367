import type { Alert } from '@qafila/contract';
import { useMemo } from 'react';
import { type Incidents, incidentsOf } from '../alerts/index.ts';
import { useIsReplaying } from '../replay/index.ts';

const NO_INCIDENTS: Incidents = { convoyIds: new Set(), vehicleIds: new Set() };

/** What the map and the list mark; alerts of today say nothing of the past that is replayed. */
export function useIncidents(alerts: readonly Alert[]): Incidents {
  const isReplaying = useIsReplaying();
  return useMemo(() => (isReplaying ? NO_INCIDENTS : incidentsOf(alerts)), [isReplaying, alerts]);
}
