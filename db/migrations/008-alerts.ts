import type { Knex } from 'knex';

/** What the system notices on the way, when a campaign wants to be told, and how long a stop is meant to take. */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    -- what differs from the contract's AlertRules; the defaults are said there
    ALTER TABLE campaigns ADD COLUMN alert_rules jsonb NOT NULL DEFAULT '{}';

    ALTER TABLE stops ADD COLUMN planned_halt_min integer NOT NULL DEFAULT 60 CHECK (planned_halt_min BETWEEN 0 AND 10080);

    CREATE TABLE alerts (
      id                 uuid PRIMARY KEY,
      campaign_id        uuid NOT NULL REFERENCES campaigns,
      convoy_id          uuid NOT NULL REFERENCES convoys,
      -- null: the whole convoy
      convoy_vehicle_id  uuid REFERENCES convoy_vehicles ON DELETE CASCADE,
      stop_id            uuid REFERENCES stops ON DELETE CASCADE,
      hazard_id          uuid,
      kind               text NOT NULL CONSTRAINT alerts_kind_check
                         CHECK (kind IN ('sos', 'problem', 'hazard_ahead', 'silent', 'off_route', 'unplanned_halt', 'straggler',
                                         'late_departure', 'late_arrival', 'low_battery', 'implausible_position',
                                         'arrived', 'left')),
      status             text NOT NULL CONSTRAINT alerts_status_check
                         CHECK (status IN ('raised', 'acknowledged', 'cleared', 'retracted')),
      -- what it is about, within its kind: one open alert at a time for each
      cause              text NOT NULL,
      -- in the time of the fixes
      began_at           timestamptz NOT NULL,
      ended_at           timestamptz,
      lat                double precision,
      lng                double precision,
      "values"           jsonb NOT NULL DEFAULT '{}',
      -- what a driver reported by hand: kept as it is, whatever the fixes say
      report_id          uuid,
      said               text NOT NULL DEFAULT '',
      -- in the time of this server; raised_at is null for what was over before it could be told
      raised_at          timestamptz,
      acknowledged_at    timestamptz,
      acknowledged_by    uuid REFERENCES users,
      acknowledged_note  text NOT NULL DEFAULT '',
      cleared_at         timestamptz,
      cleared_by         uuid REFERENCES users,
      cleared_note       text NOT NULL DEFAULT '',
      noted_at           timestamptz NOT NULL,
      -- what people had entered of the convoy when it was last found so, in short
      basis              text NOT NULL DEFAULT '',
      CHECK (ended_at IS NULL OR ended_at >= began_at),
      CHECK ((acknowledged_at IS NULL) = (acknowledged_by IS NULL)),
      CHECK (status <> 'acknowledged' OR acknowledged_at IS NOT NULL),
      CHECK ((lat IS NULL) = (lng IS NULL))
    );
    CREATE UNIQUE INDEX alerts_one_open_per_cause ON alerts (convoy_id, kind, cause) WHERE status IN ('raised', 'acknowledged');
    CREATE INDEX alerts_by_campaign ON alerts (campaign_id, began_at DESC, id DESC);
    CREATE INDEX alerts_by_convoy ON alerts (convoy_id, began_at DESC);
  `);
}

export async function down(db: Knex): Promise<void> {
  await db.raw(`
    DROP TABLE alerts;
    ALTER TABLE stops DROP COLUMN planned_halt_min;
    ALTER TABLE campaigns DROP COLUMN alert_rules;
  `);
}
