import type { Knex } from 'knex';

/** The paper behind goods that left a shelf though no convoy took them; the goods themselves move in the ledger. */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    CREATE TABLE stock_corrections (
      id         uuid PRIMARY KEY,
      code       text NOT NULL UNIQUE,
      account_id bigint NOT NULL REFERENCES accounts,
      kind       text NOT NULL CONSTRAINT stock_corrections_kind_check
                 CHECK (kind IN ('miscounted', 'missing', 'damaged', 'returned')),
      quantity   integer NOT NULL CHECK (quantity > 0),
      reason     text NOT NULL CHECK (reason <> ''),
      made_by    uuid NOT NULL REFERENCES users,
      made_at    timestamptz NOT NULL
    );
    CREATE INDEX stock_corrections_by_account ON stock_corrections (account_id);
    CREATE TRIGGER stock_corrections_append_only BEFORE UPDATE OR DELETE ON stock_corrections
      FOR EACH ROW EXECUTE FUNCTION refuse_change();
  `);
}

export async function down(db: Knex): Promise<void> {
  await db.raw('DROP TABLE stock_corrections;');
}
