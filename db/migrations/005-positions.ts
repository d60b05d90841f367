import type { Knex } from 'knex';

/**
 * Every fix, partitioned by month of its own time, and the newest good one per vehicle. Partitions are made ahead
 * by `ensure_position_partitions`; the default one only catches fixes with broken clocks.
 */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    CREATE TABLE positions (
      vehicle_number integer NOT NULL,
      recorded_at    timestamptz NOT NULL,
      received_at    timestamptz NOT NULL,
      lat            double precision NOT NULL CHECK (lat BETWEEN -90 AND 90),
      lng            double precision NOT NULL CHECK (lng BETWEEN -180 AND 180),
      speed_mps      real CHECK (speed_mps >= 0),
      heading_deg    real CHECK (heading_deg >= 0 AND heading_deg < 360),
      altitude_m     real,
      accuracy_m     real CHECK (accuracy_m >= 0),
      battery_pct    smallint CHECK (battery_pct BETWEEN 0 AND 100),
      -- why it is kept but not drawn (contract: FIX_FLAGS); 0 is a good fix
      flags          smallint NOT NULL DEFAULT 0,
      attributes     jsonb,
      PRIMARY KEY (vehicle_number, recorded_at)
    ) PARTITION BY RANGE (recorded_at);
    CREATE TABLE positions_default PARTITION OF positions DEFAULT;

    CREATE FUNCTION ensure_position_partitions(first_ date, last_ date) RETURNS integer LANGUAGE plpgsql AS $$
    DECLARE
      month_ date := date_trunc('month', first_)::date;
      made integer := 0;
      name_ text;
    BEGIN
      PERFORM pg_advisory_xact_lock(7041777);
      WHILE month_ <= last_ LOOP
        name_ := 'positions_' || to_char(month_, 'YYYY_MM');
        IF to_regclass(name_) IS NULL THEN
          EXECUTE format('CREATE TABLE %I PARTITION OF positions FOR VALUES FROM (%L) TO (%L)',
            name_, month_::text || ' 00:00:00+00', (month_ + interval '1 month')::date::text || ' 00:00:00+00');
          made := made + 1;
        END IF;
        month_ := (month_ + interval '1 month')::date;
      END LOOP;
      RETURN made;
    END $$;

    CREATE TABLE last_positions (
      vehicle_number integer PRIMARY KEY,
      recorded_at    timestamptz NOT NULL,
      received_at    timestamptz NOT NULL,
      lat            double precision NOT NULL,
      lng            double precision NOT NULL,
      speed_mps      real,
      heading_deg    real,
      accuracy_m     real,
      battery_pct    smallint
    ) WITH (fillfactor = 50);
  `);
}

export async function down(db: Knex): Promise<void> {
  await db.raw(`
    DROP TABLE last_positions, positions;
    DROP FUNCTION ensure_position_partitions(date, date);
  `);
}
