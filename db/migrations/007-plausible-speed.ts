import type { Knex } from 'knex';

/** How fast a vehicle can be: between two fixes that would need more, one is wrong. Metres per second. */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    ALTER TABLE vehicles ADD COLUMN plausible_speed_mps real NOT NULL DEFAULT 55.6 CHECK (plausible_speed_mps > 0);
  `);
}

export async function down(db: Knex): Promise<void> {
  await db.raw('ALTER TABLE vehicles DROP COLUMN plausible_speed_mps;');
}
