import { type LatLng, lineLengthM, pointAlong, type RouteLine } from '@qafila/contract';

/** One vehicle's way along a route, as its tracker would have told it. */
export type Trip = {
  trackerId: string;
  route: RouteLine;
  departedAt: Date;
  /** When the last fix was sent, and how far along the route the vehicle had come by `referenceAt`. */
  lastFixAt: Date;
  referenceAt: Date;
  referenceProgressM: number;
  /** Metres behind the head of the convoy. */
  behindM: number;
  everyS: number;
};

type DemoFix = LatLng & { at: Date; speedKnots: number; headingDeg: number };

const MPS_TO_KNOTS = 1.943844;

/** Fixes in time order: a steady pace with the breath of traffic, slow at both ends. */
export function* fixesOf(trip: Trip): Generator<DemoFix> {
  const totalM = lineLengthM(trip.route);
  const spanMs = trip.referenceAt.getTime() - trip.departedAt.getTime();
  let previousM = 0;
  for (let ms = 0; trip.departedAt.getTime() + ms <= trip.lastFixAt.getTime(); ms += trip.everyS * 1000) {
    const share = ms / spanMs;
    const wavedShare = share + Math.sin(share * Math.PI * 14) * 0.004;
    const progressM = Math.min(totalM, Math.max(0, wavedShare * trip.referenceProgressM - trip.behindM));
    const here = pointAlong(trip.route, progressM);
    yield {
      lat: here.lat,
      lng: here.lng,
      at: new Date(trip.departedAt.getTime() + ms),
      speedKnots: Math.max(0, (progressM - previousM) / trip.everyS) * MPS_TO_KNOTS,
      headingDeg: Math.round(here.headingDeg),
    };
    previousM = progressM;
  }
}

/** Sends each trip's fixes through the tracker door, in order; trips side by side. */
export async function drive(baseUrl: string, trips: readonly Trip[]): Promise<void> {
  await Promise.all(
    trips.map(async (trip) => {
      for (const fix of fixesOf(trip)) await sendOsmAnd(baseUrl, trip.trackerId, fix);
    }),
  );
}

async function sendOsmAnd(baseUrl: string, trackerId: string, fix: DemoFix): Promise<void> {
  const query = new URLSearchParams({
    id: trackerId,
    lat: fix.lat.toFixed(6),
    lon: fix.lng.toFixed(6),
    timestamp: String(Math.round(fix.at.getTime() / 1000)),
    speed: fix.speedKnots.toFixed(1),
    bearing: String(fix.headingDeg),
    accuracy: '8',
    batt: '82',
  });
  const answer = await fetch(`${baseUrl}/?${query}`);
  if (!answer.ok)
    throw new Error(`The tracker door refused ${trackerId}: ${answer.status} ${await answer.text()}`);
  await answer.arrayBuffer();
}
