import type { Knex } from 'knex';

/** What is needed where, and who promised what. Quantities are integers of the item's unit. */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    CREATE TABLE items (
      id             uuid PRIMARY KEY,
      code           text NOT NULL UNIQUE CHECK (code ~ '^[A-Z0-9]{3,20}$'),
      name_ar        text NOT NULL CHECK (name_ar <> ''),
      name_en        text NOT NULL CHECK (name_en <> ''),
      category       text NOT NULL CONSTRAINT items_category_check
                     CHECK (category IN ('bedding', 'shelter', 'kitchen', 'hygiene', 'water', 'power', 'safety', 'food', 'clothing')),
      unit           text NOT NULL CONSTRAINT items_unit_check
                     CHECK (unit IN ('piece', 'set', 'parcel', 'kit', 'tent', 'kilogram', 'litre')),
      unit_weight_g  integer NOT NULL CHECK (unit_weight_g > 0),
      unit_volume_ml integer NOT NULL CHECK (unit_volume_ml > 0),
      units_per_pack integer NOT NULL DEFAULT 1 CHECK (units_per_pack > 0),
      packaging      text NOT NULL CONSTRAINT items_packaging_check
                     CHECK (packaging IN ('single', 'bale', 'carton', 'bundle', 'bag', 'box')),
      version        integer NOT NULL DEFAULT 1
    );

    CREATE TABLE sites (
      id               uuid PRIMARY KEY,
      kind             text NOT NULL CONSTRAINT sites_kind_check
                       CHECK (kind IN ('warehouse', 'collection_point', 'distribution_point')),
      name_ar          text NOT NULL CHECK (name_ar <> ''),
      name_en          text NOT NULL CHECK (name_en <> ''),
      governorate_code text NOT NULL REFERENCES governorates,
      lat              double precision NOT NULL CHECK (lat BETWEEN -90 AND 90),
      lng              double precision NOT NULL CHECK (lng BETWEEN -180 AND 180),
      contact_name     text NOT NULL DEFAULT '',
      contact_phone    text NOT NULL DEFAULT '',
      version          integer NOT NULL DEFAULT 1,
      created_at       timestamptz NOT NULL DEFAULT now()
    );

    CREATE TABLE campaigns (
      id         uuid PRIMARY KEY,
      code       text NOT NULL UNIQUE,
      name_ar    text NOT NULL CHECK (name_ar <> ''),
      name_en    text NOT NULL CHECK (name_en <> ''),
      purpose    text NOT NULL DEFAULT '',
      status     text NOT NULL CONSTRAINT campaigns_status_check
                 CHECK (status IN ('draft', 'active', 'closed', 'archived')),
      starts_on  date NOT NULL,
      ends_on    date NOT NULL,
      version    integer NOT NULL DEFAULT 1,
      created_at timestamptz NOT NULL DEFAULT now(),
      CHECK (starts_on <= ends_on)
    );
    CREATE TABLE campaign_governorates (
      campaign_id      uuid NOT NULL REFERENCES campaigns ON DELETE CASCADE,
      governorate_code text NOT NULL REFERENCES governorates,
      PRIMARY KEY (campaign_id, governorate_code)
    );
    CREATE TABLE participations (
      campaign_id    uuid NOT NULL REFERENCES campaigns,
      association_id uuid NOT NULL REFERENCES associations,
      joined_at      timestamptz NOT NULL DEFAULT now(),
      PRIMARY KEY (campaign_id, association_id)
    );
    CREATE INDEX participations_by_association ON participations (association_id);

    CREATE TABLE needs (
      id          uuid PRIMARY KEY,
      campaign_id uuid NOT NULL REFERENCES campaigns,
      site_id     uuid NOT NULL REFERENCES sites,
      item_id     uuid NOT NULL REFERENCES items,
      quantity    integer NOT NULL CHECK (quantity > 0),
      priority    smallint NOT NULL CHECK (priority BETWEEN 1 AND 3),
      needed_by   timestamptz NOT NULL,
      households  integer CHECK (households > 0),
      note        text NOT NULL DEFAULT '',
      version     integer NOT NULL DEFAULT 1,
      created_by  uuid NOT NULL REFERENCES users,
      created_at  timestamptz NOT NULL DEFAULT now(),
      CONSTRAINT needs_one_per_site_and_item UNIQUE (campaign_id, site_id, item_id),
      CONSTRAINT needs_id_item UNIQUE (id, campaign_id, item_id)
    );

    CREATE TABLE pledges (
      id                 uuid PRIMARY KEY,
      code               text NOT NULL UNIQUE,
      campaign_id        uuid NOT NULL,
      association_id     uuid NOT NULL,
      item_id            uuid NOT NULL REFERENCES items,
      need_id            uuid,
      site_id            uuid NOT NULL REFERENCES sites,
      quantity           integer NOT NULL CHECK (quantity > 0),
      accepted_quantity  integer NOT NULL DEFAULT 0 CHECK (accepted_quantity BETWEEN 0 AND quantity),
      received_quantity  integer NOT NULL DEFAULT 0 CHECK (received_quantity >= 0),
      cancelled_quantity integer NOT NULL DEFAULT 0 CHECK (cancelled_quantity >= 0),
      over_quantity      integer NOT NULL DEFAULT 0 CHECK (over_quantity >= 0),
      status             text NOT NULL CONSTRAINT pledges_status_check
                         CHECK (status IN ('offered', 'accepted', 'partly_received', 'received', 'withdrawn', 'cancelled', 'declined')),
      ready_at           timestamptz NOT NULL,
      note               text NOT NULL DEFAULT '',
      created_by         uuid NOT NULL REFERENCES users,
      created_at         timestamptz NOT NULL DEFAULT now(),
      decided_at         timestamptz,
      version            integer NOT NULL DEFAULT 1,
      FOREIGN KEY (campaign_id, association_id) REFERENCES participations,
      FOREIGN KEY (need_id, campaign_id, item_id) REFERENCES needs (id, campaign_id, item_id),
      CONSTRAINT pledges_outstanding_not_negative CHECK (received_quantity + cancelled_quantity <= accepted_quantity),
      CONSTRAINT pledges_over_only_when_complete
        CHECK (over_quantity = 0 OR received_quantity + cancelled_quantity = accepted_quantity),
      CONSTRAINT pledges_id_item UNIQUE (id, item_id)
    );
    COMMENT ON COLUMN pledges.over_quantity IS 'counted in beyond what was accepted: its own entry, never part of received_quantity';
    CREATE INDEX pledges_by_campaign ON pledges (campaign_id, created_at DESC);
    CREATE INDEX pledges_by_association ON pledges (association_id, created_at DESC);
    CREATE INDEX pledges_by_need ON pledges (need_id);
  `);
}

export async function down(db: Knex): Promise<void> {
  await db.raw('DROP TABLE pledges, needs, participations, campaign_governorates, campaigns, sites, items;');
}
