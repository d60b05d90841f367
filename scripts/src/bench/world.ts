import type { Db } from '@qafila/db';
import { loadReferenceData } from '@qafila/db/seeds';
import { deviceIdOf, ROAD } from './pings.ts';

export type World = {
  campaignId: string;
  /** A campaign of which nothing is on the way. */
  emptyCampaignId: string;
  /** The vehicles' numbers, in the order of their trackers; the first ones drive together. */
  numbers: number[];
};

export const EMAIL = 'bench@example.org';
export const PASSWORD = 'bench passphrase';
/** argon2id of it, so that nobody has to wait for another one. */
const PASSWORD_HASH =
  '$argon2id$v=19$m=19456,t=2,p=1$lx606Mi4lYk0kHSwDq3GRQ$1nVyKzuk0CGNG8r9IWCLAHUWVCf+qmUxFcJGj6YcS40';

export const VEHICLES_PER_CONVOY = 50;

/**
 * One person, two campaigns, and vehicles with trackers on convoys of fifty that are all on the road, since shortly
 * before the first report of a flood: what is stored from before is of other trips.
 */
export async function addWorld(db: Db, vehicles: number): Promise<World> {
  await loadReferenceData(db);
  await db('users').insert({
    id: db.raw('gen_random_uuid()'),
    email: EMAIL,
    name: 'Bench',
    role: 'coordinator',
    password_hash: PASSWORD_HASH,
  });
  const campaignId = await addCampaign(db, 'BENCH');
  const emptyCampaignId = await addCampaign(db, 'EMPTY');
  await addVehicles(db, vehicles);
  await addConvoys(db, campaignId, Math.ceil(vehicles / VEHICLES_PER_CONVOY));
  const numbers: { number: number }[] = await db('vehicles')
    .orderByRaw('split_part(plate, ?, 2)::int', ['-'])
    .select('number');
  return { campaignId, emptyCampaignId, numbers: numbers.map(({ number }) => number) };
}

async function addCampaign(db: Db, code: string): Promise<string> {
  const [{ id }] = await db('campaigns')
    .insert({
      id: db.raw('gen_random_uuid()'),
      code,
      name_ar: 'حملة',
      name_en: code,
      status: 'active',
      starts_on: '2020-10-09',
      ends_on: '2099-12-31',
    })
    .returning('id');
  await db('campaign_governorates').insert({ campaign_id: id, governorate_code: 'SY06' });
  return id;
}

async function addVehicles(db: Db, count: number): Promise<void> {
  const ids = Array.from({ length: count }, (_, tracker) => deviceIdOf(tracker));
  await db.raw(
    `WITH made AS (
       INSERT INTO vehicles (id, plate, kind, max_weight_g, max_volume_ml)
       SELECT gen_random_uuid(), device, 'van', 1000000, 1000000 FROM unnest(?::text[]) AS device
       RETURNING id, plate
     )
     INSERT INTO trackers (id, vehicle_id, secret_hash, hint, created_by)
     SELECT gen_random_uuid(), made.id, sha256(convert_to(plate, 'UTF8')), right(plate, 4), users.id FROM made, users`,
    [ids],
  );
}

async function addConvoys(db: Db, campaignId: string, count: number): Promise<void> {
  const { from, to, lengthM } = ROAD;
  const [origin, end] = await Promise.all([
    addSite(db, 'warehouse', from),
    addSite(db, 'distribution_point', to),
  ]);
  await db.raw(
    `WITH convoy AS (
       INSERT INTO convoys (id, code, campaign_id, origin_site_id, status, planned_departure_at, loading_at, departed_at)
       SELECT gen_random_uuid(), 'BENCH-' || n, :campaignId, :origin, 'en_route', now(), now() - interval '25 hours', now() - interval '25 hours'
       FROM generate_series(0, :count - 1) AS n
       RETURNING id, split_part(code, '-', 2)::int AS n
     ), stop AS (
       INSERT INTO stops (id, convoy_id, ordinal, site_id, planned_arrival_at, route, route_kind, distance_m)
       SELECT gen_random_uuid(), id, 1, :end, now() + interval '1 day', :route, 'drawn', :lengthM FROM convoy
     )
     INSERT INTO convoy_vehicles (id, convoy_id, vehicle_id, ordinal, max_weight_g, max_volume_ml)
     SELECT gen_random_uuid(), convoy.id, vehicles.id, tracker % :size + 1, max_weight_g, max_volume_ml
     FROM vehicles, LATERAL (SELECT split_part(plate, '-', 2)::int AS tracker) AS known, convoy
     WHERE convoy.n = tracker / :size`,
    {
      campaignId,
      origin,
      end,
      count,
      lengthM,
      size: VEHICLES_PER_CONVOY,
      route: JSON.stringify([
        [from.lat, from.lng],
        [to.lat, to.lng],
      ]),
    },
  );
}

async function addSite(db: Db, kind: string, place: { lat: number; lng: number }): Promise<string> {
  const [{ id }] = await db('sites')
    .insert({
      id: db.raw('gen_random_uuid()'),
      kind,
      name_ar: 'موقع',
      name_en: kind,
      governorate_code: 'SY01',
      lat: place.lat,
      lng: place.lng,
      contact_phone: '',
    })
    .returning('id');
  return id;
}
