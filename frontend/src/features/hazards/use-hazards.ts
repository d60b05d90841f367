import { endHazard, type Hazard, listHazards } from '@qafila/contract';
import { useMemo } from 'react';
import { queryClient, useApiMutation, useApiQuery } from '../../shared/api/index.ts';
import { type HazardMarks, isValidAt, marksOf } from './hazard-view.ts';

const NONE: readonly Hazard[] = [];
const DAY_MS = 86_400_000;
/** A hazard begins and ends without anybody saying so. */
const EVERY_MS = 300_000;

/** Those valid at the instant a map shows: now, or in the past while it is replayed. */
export function useHazardsAt(now: Date, isPast: boolean): { hazards: readonly Hazard[]; marks: HazardMarks } {
  const day = Math.floor(now.getTime() / DAY_MS) * DAY_MS;
  const query = isPast ? { from: new Date(day).toISOString(), to: new Date(day + DAY_MS).toISOString() } : {};
  const { data = NONE } = useApiQuery(listHazards, { query }, { refetchIntervalMs: EVERY_MS });
  return useMemo(() => {
    const hazards = data.filter((it) => isValidAt(it, now));
    return { hazards, marks: marksOf(hazards, now) };
  }, [data, now]);
}

export function useEndHazard({ id }: Pick<Hazard, 'id'>) {
  const { mutateAsync } = useApiMutation(endHazard, { onSuccess: readAgain });
  return (reason: string) => mutateAsync({ params: { hazardId: id }, body: { reason } });
}

export function readAgain(): Promise<void> {
  return queryClient.invalidateQueries({
    predicate: ({ queryKey: [path] }) =>
      typeof path === 'string' && (path.startsWith(listHazards.path) || path.includes('/convoys')),
  });
}
