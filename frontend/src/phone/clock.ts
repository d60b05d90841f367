/** A phone's clock this near to the server's is taken as right. */
const TOLERATED_MS = 10_000;
/** A fix older than this when it comes has its time from another clock than the phone's. */
const OLD_FIX_MS = 60_000;

/** When an answer left the server by its own clock, and when the phone asked and heard, by the phone's. */
export type Exchange = { readonly serverAt: string; readonly askedMs: number; readonly heardMs: number };

/**
 * Milliseconds to add to the phone's clock. A slow network makes the answer's age uncertain; within that uncertainty
 * what was known before stands, so that times do not waver.
 */
export function offsetAfter(knownMs: number, { serverAt, askedMs, heardMs }: Exchange): number {
  const offsetMs = Math.round(Date.parse(serverAt) - (askedMs + heardMs) / 2);
  const uncertainMs = TOLERATED_MS + (heardMs - askedMs) / 2;
  if (Math.abs(offsetMs) <= uncertainMs) return 0;
  return Math.abs(offsetMs - knownMs) <= uncertainMs ? knownMs : offsetMs;
}

/** When a position was true. Satellites and the phone may keep different times; what cannot be is taken as fresh. */
export function momentOfFix(fixMs: number, nowMs: number, offsetMs: number): string {
  const ageMs = nowMs - fixMs;
  const isPlausible = ageMs >= 0 && ageMs <= OLD_FIX_MS;
  return new Date((isPlausible ? fixMs : nowMs) + offsetMs).toISOString();
}
