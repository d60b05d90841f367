import type { Knex } from 'knex';

/** Vehicles and their trackers, convoys, their stops, and who drives what. */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    CREATE TABLE vehicles (
      id            uuid PRIMARY KEY,
      -- short key of the position tables
      number        integer GENERATED ALWAYS AS IDENTITY UNIQUE,
      plate         text NOT NULL UNIQUE CHECK (plate <> ''),
      kind          text NOT NULL CONSTRAINT vehicles_kind_check
                    CHECK (kind IN ('covered_truck', 'medium_truck', 'refrigerated_truck', 'van', 'pickup')),
      transporter   text NOT NULL DEFAULT '',
      trailer_plate text NOT NULL DEFAULT '',
      max_weight_g  bigint NOT NULL CHECK (max_weight_g > 0),
      max_volume_ml bigint NOT NULL CHECK (max_volume_ml > 0),
      version       integer NOT NULL DEFAULT 1,
      created_at    timestamptz NOT NULL DEFAULT now()
    );

    -- A tracker is known by a secret; only its SHA-256 is stored.
    CREATE TABLE trackers (
      id           uuid PRIMARY KEY,
      vehicle_id   uuid NOT NULL REFERENCES vehicles,
      secret_hash  bytea NOT NULL UNIQUE,
      hint         text NOT NULL,
      label        text NOT NULL DEFAULT '',
      created_by   uuid NOT NULL REFERENCES users,
      created_at   timestamptz NOT NULL DEFAULT now(),
      revoked_at   timestamptz
    );
    CREATE INDEX trackers_by_vehicle ON trackers (vehicle_id);

    CREATE TABLE convoys (
      id                   uuid PRIMARY KEY,
      code                 text NOT NULL UNIQUE,
      campaign_id          uuid NOT NULL REFERENCES campaigns,
      origin_site_id       uuid NOT NULL REFERENCES sites,
      status               text NOT NULL CONSTRAINT convoys_status_check
                           CHECK (status IN ('draft', 'planned', 'loading', 'en_route', 'held', 'arrived', 'settled', 'cancelled')),
      leader_name          text NOT NULL DEFAULT '',
      leader_phone         text NOT NULL DEFAULT '',
      note                 text NOT NULL DEFAULT '',
      planned_departure_at timestamptz NOT NULL,
      loading_at           timestamptz,
      departed_at          timestamptz,
      arrived_at           timestamptz,
      ended_at             timestamptz,
      version              integer NOT NULL DEFAULT 1,
      created_at           timestamptz NOT NULL DEFAULT now(),
      CHECK ((status IN ('settled', 'cancelled')) = (ended_at IS NOT NULL))
    );
    CREATE INDEX convoys_by_campaign ON convoys (campaign_id, created_at DESC);

    CREATE TABLE stops (
      id                 uuid PRIMARY KEY,
      convoy_id          uuid NOT NULL REFERENCES convoys,
      ordinal            smallint NOT NULL CHECK (ordinal > 0),
      site_id            uuid NOT NULL REFERENCES sites,
      status             text NOT NULL DEFAULT 'pending' CONSTRAINT stops_status_check
                         CHECK (status IN ('pending', 'arrived', 'unloading', 'settled', 'skipped')),
      planned_arrival_at timestamptz NOT NULL,
      arrived_at         timestamptz,
      unloading_at       timestamptz,
      ended_at           timestamptz,
      -- the leg that leads here: [[lat, lng], …]; straight when nobody drew or fetched it
      route              jsonb NOT NULL,
      route_kind         text NOT NULL CONSTRAINT stops_route_kind_check CHECK (route_kind IN ('drawn', 'engine', 'straight')),
      distance_m         integer NOT NULL CHECK (distance_m >= 0),
      UNIQUE (convoy_id, ordinal) DEFERRABLE INITIALLY DEFERRED,
      UNIQUE (id, convoy_id)
    );
    CREATE INDEX stops_by_site ON stops (site_id);

    CREATE TABLE convoy_vehicles (
      id                uuid PRIMARY KEY,
      convoy_id         uuid NOT NULL REFERENCES convoys,
      vehicle_id        uuid NOT NULL REFERENCES vehicles,
      ordinal           smallint NOT NULL CHECK (ordinal > 0),
      driver_name       text NOT NULL DEFAULT '',
      driver_phone      text NOT NULL DEFAULT '',
      driver_licence    text NOT NULL DEFAULT '',
      seals             text NOT NULL DEFAULT '',
      -- capacity as it was when the vehicle joined, and what the manifest puts on it
      max_weight_g      bigint NOT NULL,
      max_volume_ml     bigint NOT NULL,
      planned_weight_g  bigint NOT NULL DEFAULT 0 CHECK (planned_weight_g >= 0),
      planned_volume_ml bigint NOT NULL DEFAULT 0 CHECK (planned_volume_ml >= 0),
      released_at       timestamptz,
      UNIQUE (convoy_id, vehicle_id),
      UNIQUE (id, convoy_id),
      CONSTRAINT convoy_vehicles_weight CHECK (planned_weight_g <= max_weight_g),
      CONSTRAINT convoy_vehicles_volume CHECK (planned_volume_ml <= max_volume_ml)
    );
    CREATE UNIQUE INDEX convoy_vehicles_one_convoy_at_a_time ON convoy_vehicles (vehicle_id) WHERE released_at IS NULL;
  `);
}

export async function down(db: Knex): Promise<void> {
  await db.raw('DROP TABLE convoy_vehicles, stops, convoys, trackers, vehicles;');
}
