import type { Knex } from 'knex';

/** Fires and zones with their validity, and what a routing engine answered. */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    CREATE TABLE hazards (
      id             uuid PRIMARY KEY,
      source         text NOT NULL CONSTRAINT hazards_source_check CHECK (source IN ('firms', 'drawn', 'geojson', 'cap')),
      severity       text NOT NULL CONSTRAINT hazards_severity_check
                     CHECK (severity IN ('minor', 'moderate', 'severe', 'extreme')),
      -- what the source calls it: the same detection, feature or alert is not taken twice
      external_key   text UNIQUE,
      name           text NOT NULL DEFAULT '',
      note           text NOT NULL DEFAULT '',
      area           jsonb NOT NULL,
      -- its bounding box
      south          double precision NOT NULL,
      west           double precision NOT NULL,
      north          double precision NOT NULL,
      east           double precision NOT NULL,
      valid_from     timestamptz NOT NULL,
      valid_to       timestamptz NOT NULL,
      frp_mw         real,
      confidence_pct smallint CHECK (confidence_pct BETWEEN 0 AND 100),
      created_by     uuid REFERENCES users,
      created_at     timestamptz NOT NULL,
      ended_by       uuid REFERENCES users,
      end_reason     text NOT NULL DEFAULT '',
      CHECK (valid_from <= valid_to),
      CHECK (south <= north AND west <= east)
    );
    CREATE INDEX hazards_by_validity ON hazards (valid_to, valid_from);

    -- one row: how the last fetch of the configured fire tables went
    CREATE TABLE hazard_feed (
      id               boolean PRIMARY KEY DEFAULT true CHECK (id),
      last_tried_at    timestamptz NOT NULL,
      last_answered_at timestamptz,
      added            integer NOT NULL DEFAULT 0,
      failure          text CONSTRAINT hazard_feed_failure_check CHECK (failure IN ('unreachable', 'refused', 'unreadable'))
    );

    -- who sent it through hazards, why, and which they were
    ALTER TABLE convoys ADD COLUMN hazard_override jsonb;

    ALTER TABLE alerts ADD CONSTRAINT alerts_hazard_fkey FOREIGN KEY (hazard_id) REFERENCES hazards;

    -- An engine is asked once for a way; the answer is used again until it is old.
    CREATE TABLE route_answers (
      question_hash bytea PRIMARY KEY,
      line          jsonb NOT NULL,
      distance_m    integer NOT NULL CHECK (distance_m >= 0),
      duration_s    integer CHECK (duration_s >= 0),
      answered_at   timestamptz NOT NULL
    );
  `);
}

export async function down(db: Knex): Promise<void> {
  await db.raw(`
    ALTER TABLE alerts DROP CONSTRAINT alerts_hazard_fkey;
    ALTER TABLE convoys DROP COLUMN hazard_override;
    DROP TABLE route_answers, hazard_feed, hazards;
  `);
}
