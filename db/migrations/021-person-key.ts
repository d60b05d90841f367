import type { Knex } from 'knex';

/** What the key of all national ids’ hashes is recognised by, from the first of them on; never the key. */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    CREATE TABLE person_key (
      is_only     boolean PRIMARY KEY DEFAULT true CHECK (is_only),
      fingerprint bytea NOT NULL
    );
  `);
}

export async function down(db: Knex): Promise<void> {
  await db.raw('DROP TABLE person_key;');
}
