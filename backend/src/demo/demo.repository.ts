import { createHash, randomUUID } from 'node:crypto';
import { hash } from '@node-rs/argon2';
import type { Db } from '@qafila/db';
import { DEMO_PASSWORD, PEOPLE } from './world.ts';

/** True on a database nobody has used: no account at all. */
export async function isUntouched(db: Db): Promise<boolean> {
  return (await db('users').first('id')) === undefined;
}

export async function addDemoPeople(db: Db, associationIds: ReadonlyMap<string, string>): Promise<void> {
  const passwordHash = await hash(DEMO_PASSWORD);
  await db('users')
    .insert(
      PEOPLE.filter((person) => person.of === null || associationIds.has(person.of)).map((person) => ({
        id: randomUUID(),
        email: person.email,
        name: person.name,
        role: person.role,
        association_id: person.of === null ? null : associationIds.get(person.of),
        password_hash: passwordHash,
        is_demo: true,
      })),
    )
    .onConflict('email')
    .ignore();
}

/** Sixty times a truck's speed, with room: the simulation may drive the demo's vehicles that fast. */
const DEMO_PLAUSIBLE_SPEED_MPS = 6_000;

/** The only guessable tracker ids there are: demo-1, demo-2, … in the order of the vehicles. */
export async function addDemoTrackers(db: Db, vehicleIds: readonly string[]): Promise<void> {
  const maker = await db('users').where({ email: 'coordinator@demo.qafila' }).first('id');
  await db('vehicles')
    .whereIn('id', [...vehicleIds])
    .update({ plausible_speed_mps: DEMO_PLAUSIBLE_SPEED_MPS });
  await db('trackers').insert(
    vehicleIds.map((vehicleId, index) => ({
      id: randomUUID(),
      vehicle_id: vehicleId,
      secret_hash: createHash('sha256')
        .update(`demo-${index + 1}`)
        .digest(),
      hint: `mo-${index + 1}`.slice(-4),
      label: `demo-${index + 1}`,
      created_by: maker.id,
    })),
  );
}
