import type { Convoy, Stop } from '@qafila/contract';

/**
 * A convoy as it stood at an instant: what came later has not happened. Undefined before its loading: since when it
 * had been planned is not told.
 */
export function convoyAsOf(convoy: Convoy, at: Date): Convoy | undefined {
  const had = (moment: string | null) =>
    moment !== null && Date.parse(moment) <= at.getTime() ? moment : null;
  const [loadingAt, departedAt] = [had(convoy.loadingAt), had(convoy.departedAt)];
  const [arrivedAt, endedAt] = [had(convoy.arrivedAt), had(convoy.endedAt)];
  const status = statusOf(convoy, { loadingAt, departedAt, arrivedAt, endedAt });
  if (!status) return undefined;
  return {
    ...convoy,
    ...{ status, loadingAt, departedAt, arrivedAt, endedAt },
    stops: convoy.stops.map((stop) => stopAsOf(stop, had)),
  };
}

type Moments = Pick<Convoy, 'loadingAt' | 'departedAt' | 'arrivedAt' | 'endedAt'>;

/** Whether it was held on the way is not on record by the minute. */
function statusOf(
  convoy: Convoy,
  { loadingAt, departedAt, arrivedAt, endedAt }: Moments,
): Convoy['status'] | undefined {
  if (endedAt) return convoy.status;
  if (arrivedAt) return 'arrived';
  if (departedAt) return 'en_route';
  return loadingAt ? 'loading' : undefined;
}

function stopAsOf(stop: Stop, had: (moment: string | null) => string | null): Stop {
  const moments = {
    arrivedAt: had(stop.arrivedAt),
    unloadingAt: had(stop.unloadingAt),
    endedAt: had(stop.endedAt),
  };
  return { ...stop, ...moments, status: stopStatusOf(stop, moments) };
}

function stopStatusOf(
  stop: Stop,
  { arrivedAt, unloadingAt, endedAt }: Pick<Stop, 'arrivedAt' | 'unloadingAt' | 'endedAt'>,
): Stop['status'] {
  if (endedAt) return stop.status;
  if (unloadingAt) return 'unloading';
  return arrivedAt ? 'arrived' : 'pending';
}
