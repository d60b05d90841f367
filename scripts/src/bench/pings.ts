/** A tracker's report as it goes over the wire, and what must be known to find it again. */
export type Ping = { tracker: number; recordedAtMs: number; request: string };

export const ROAD = {
  from: { lat: 33.51, lng: 36.31 },
  to: { lat: 35.52, lng: 35.79 },
  lengthM: 228_000,
} as const;
const SPEED_MPS = 15;
const KNOT_MPS = 1852 / 3600;
const GAP_M = 97;
const YESTERDAY_MS = 86_400_000;

/** The id a tracker of the bench reports under. */
export function deviceIdOf(tracker: number): string {
  return `bench-${tracker}`;
}

let lastMs = Date.now() - YESTERDAY_MS;

/**
 * What Traccar Client sends from a vehicle that drives up and down the road. A flood has more reports than there are
 * milliseconds: its time starts a day ago and goes its own way, so that no two reports are of one instant.
 */
export function pingAt(tracker: number, isFlood: boolean): Ping {
  const sentAtMs = Date.now();
  const recordedAtMs = isFlood ? ++lastMs : sentAtMs;
  const { lat, lng } = placeAt(tracker, recordedAtMs);
  const { headingDeg, batteryPct } = writeMs(sentAtMs);
  const query =
    `id=${deviceIdOf(tracker)}&timestamp=${recordedAtMs}&lat=${lat.toFixed(6)}&lon=${lng.toFixed(6)}` +
    `&speed=${(SPEED_MPS / KNOT_MPS).toFixed(2)}&bearing=${headingDeg}&altitude=690&accuracy=5&batt=${batteryPct}`;
  return {
    tracker,
    recordedAtMs,
    request: `GET /?${query} HTTP/1.1\r\nHost: 127.0.0.1\r\nUser-Agent: bench\r\n\r\n`,
  };
}

function placeAt(tracker: number, atMs: number): { lat: number; lng: number } {
  const drivenM = (tracker * GAP_M + (atMs / 1000) * SPEED_MPS) % (2 * ROAD.lengthM);
  const share = Math.min(drivenM, 2 * ROAD.lengthM - drivenM) / ROAD.lengthM;
  return {
    lat: ROAD.from.lat + (ROAD.to.lat - ROAD.from.lat) * share,
    lng: ROAD.from.lng + (ROAD.to.lng - ROAD.from.lng) * share,
  };
}

const DEGREES = 360;
const CHARGES = 50;
/** Times are told apart within this span. */
const SPAN_MS = DEGREES * CHARGES;

/** Heading and charge carry to the viewers when a report was sent. */
function writeMs(ms: number): { headingDeg: number; batteryPct: number } {
  const rest = ms % SPAN_MS;
  return { headingDeg: rest % DEGREES, batteryPct: CHARGES + Math.floor(rest / DEGREES) };
}

/** How long ago a report was sent, from its heading and charge. */
export function ageMs(nowMs: number, headingDeg: number, batteryPct: number): number {
  const sent = (batteryPct - CHARGES) * DEGREES + headingDeg;
  return (((nowMs - sent) % SPAN_MS) + SPAN_MS) % SPAN_MS;
}
