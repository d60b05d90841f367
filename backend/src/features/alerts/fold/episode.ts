import type { AlertKind, LatLng } from '@qafila/contract';

/** A cause of an alert, from its beginning to its end; null while it lasts. */
export type Episode = {
  readonly kind: AlertKind;
  /** What it is about, within its kind: no two of one cause at a time. */
  readonly cause: string;
  readonly convoyVehicleId: string | null;
  readonly stopId: string | null;
  readonly beganAtMs: number;
  readonly endedAtMs: number | null;
  readonly at: LatLng | null;
  readonly values: Readonly<Record<string, number>>;
};

export type Span = { readonly fromMs: number; readonly toMs: number | null };

/** Whether two spans share an instant; one that lasts has no end. */
export function overlap(a: Span, b: Span): boolean {
  return a.fromMs <= endOf(b) && b.fromMs <= endOf(a);
}

export function endOf({ toMs }: Span): number {
  return toMs ?? Number.POSITIVE_INFINITY;
}

/** Spans that touch become one, which keeps what the first of them says. */
export function merged<Each extends Span>(spans: readonly Each[]): Each[] {
  const united: Each[] = [];
  for (const span of spans.toSorted((a, b) => a.fromMs - b.fromMs)) {
    const last = united.at(-1);
    if (!last || !overlap(last, span)) united.push(span);
    else if (endOf(span) > endOf(last)) united[united.length - 1] = { ...last, toMs: span.toMs };
  }
  return united;
}

/** The earliest of some instants; null where none is known. */
export function earliest(...instants: readonly (number | null | undefined)[]): number | null {
  const known = instants.filter((at) => at !== null && at !== undefined);
  return known.length > 0 ? Math.min(...known) : null;
}
