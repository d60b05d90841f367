import type { DriverReport, DriverStop, DriverView } from '@qafila/contract';

/** What this phone has told so far, sent or not; a coordinator enters it later, if at all. */
export type Said = Pick<DriverReport, 'id' | 'kind' | 'at' | 'stopId'>;

export type NextAction =
  | { readonly kind: 'departed' }
  | { readonly kind: 'arrived'; readonly stop: DriverStop }
  | { readonly kind: 'done' };

/** The one thing a driver does next: depart, arrive at each stop in turn, done. */
export function nextAction({ convoy, stops }: DriverView, said: readonly Said[]): NextAction {
  if (convoy.departedAt === null && !said.some(({ kind }) => kind === 'departed'))
    return { kind: 'departed' };
  const stop = stops.find((it) => isAhead(it, said));
  return stop ? { kind: 'arrived', stop } : { kind: 'done' };
}

/** Neither reached nor left out, by what the convoy's book says and by what the driver has told. */
export function isAhead(stop: Pick<DriverStop, 'id' | 'status'>, said: readonly Said[]): boolean {
  return (
    stop.status === 'pending' && !said.some(({ kind, stopId }) => kind === 'arrived' && stopId === stop.id)
  );
}
