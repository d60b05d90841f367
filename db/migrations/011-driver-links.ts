import type { Knex } from 'knex';

/** Phones of drivers: the link that opens one, the session it holds, and what it reports. */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    CREATE TABLE driver_links (
      id                uuid PRIMARY KEY,
      convoy_vehicle_id uuid NOT NULL REFERENCES convoy_vehicles ON DELETE CASCADE,
      -- SHA-256 of the secret in the link, and of the one in the phone's cookie
      secret_hash       bytea NOT NULL UNIQUE,
      session_hash      bytea UNIQUE,
      created_by        uuid NOT NULL REFERENCES users,
      created_at        timestamptz NOT NULL,
      taken_at          timestamptz,
      last_seen_at      timestamptz,
      revoked_at        timestamptz,
      CHECK ((taken_at IS NULL) = (session_hash IS NULL))
    );
    CREATE INDEX driver_links_by_vehicle ON driver_links (convoy_vehicle_id, created_at DESC);

    CREATE TABLE driver_reports (
      -- made by the phone: it says nothing of other vehicles' reports
      id                uuid NOT NULL,
      convoy_vehicle_id uuid NOT NULL REFERENCES convoy_vehicles ON DELETE CASCADE,
      kind              text NOT NULL CONSTRAINT driver_reports_kind_check
                        CHECK (kind IN ('departed', 'arrived', 'problem', 'sos')),
      at                timestamptz NOT NULL,
      received_at       timestamptz NOT NULL,
      stop_id           uuid REFERENCES stops ON DELETE CASCADE,
      lat               double precision,
      lng               double precision,
      note              text NOT NULL DEFAULT '',
      CHECK ((lat IS NULL) = (lng IS NULL)),
      PRIMARY KEY (convoy_vehicle_id, id),
      CHECK (kind <> 'arrived' OR stop_id IS NOT NULL)
    );
    ALTER TABLE alerts ADD CONSTRAINT alerts_report_fkey FOREIGN KEY (convoy_vehicle_id, report_id) REFERENCES driver_reports;
    CREATE INDEX driver_reports_by_vehicle ON driver_reports (convoy_vehicle_id, at);
  `);
}

export async function down(db: Knex): Promise<void> {
  await db.raw(`
    ALTER TABLE alerts DROP CONSTRAINT alerts_report_fkey;
    DROP TABLE driver_reports, driver_links;
  `);
}
