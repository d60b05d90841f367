import type { Knex } from 'knex';

/** Counts of referrals from before this system, as tables told them: never a person, and never a case. */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    CREATE TABLE referral_past_figures (
      month            date NOT NULL CHECK (extract(day FROM month) = 1),
      governorate_code text NOT NULL REFERENCES governorates,
      kind             text NOT NULL CONSTRAINT referral_past_figures_kind_check
                       CHECK (kind IN ('medical', 'in_kind', 'cash')),
      cadence          text NOT NULL CONSTRAINT referral_past_figures_cadence_check
                       CHECK (cadence IN ('monthly', 'emergency')),
      result           text NOT NULL CONSTRAINT referral_past_figures_result_check
                       CHECK (result IN ('helped', 'not_entitled', 'unreachable', 'other', 'withdrawn')),
      count            integer NOT NULL CHECK (count > 0),
      imported_at      timestamptz NOT NULL,
      imported_by      uuid NOT NULL REFERENCES users,
      PRIMARY KEY (month, governorate_code, kind, cadence, result)
    );
  `);
}

export async function down(db: Knex): Promise<void> {
  await db.raw('DROP TABLE referral_past_figures;');
}
