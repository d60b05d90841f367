import type { Knex } from 'knex';

/**
 * The two books: custody (accounts and transfers, double-entry) and commitment (manifest lines). Their rules live
 * here, so that no writer can break them:
 * - a transfer moves its quantity from one account to another of the same lot; balances never go below zero, save
 *   at the pledge source, which is the boundary of the book;
 * - goods on a manifest but not yet loaded are allotted, and never more than the site holds;
 * - a manifest never puts more weight or volume on a vehicle than it carries;
 * - transfers are for ever.
 */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    CREATE TABLE lots (
      id             uuid PRIMARY KEY,
      code           text NOT NULL UNIQUE,
      campaign_id    uuid NOT NULL REFERENCES campaigns,
      association_id uuid NOT NULL REFERENCES associations,
      pledge_id      uuid NOT NULL,
      item_id        uuid NOT NULL,
      expires_on     date,
      created_at     timestamptz NOT NULL DEFAULT now(),
      FOREIGN KEY (pledge_id, item_id) REFERENCES pledges (id, item_id),
      UNIQUE (id, item_id)
    );
    CREATE INDEX lots_by_campaign ON lots (campaign_id);
    CREATE INDEX lots_by_pledge ON lots (pledge_id);

    CREATE TABLE accounts (
      id                bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      lot_id            uuid NOT NULL REFERENCES lots,
      kind              text NOT NULL CONSTRAINT accounts_kind_check
                        CHECK (kind IN ('pledge_source', 'site', 'vehicle', 'delivered', 'lost', 'returned')),
      site_id           uuid REFERENCES sites,
      convoy_vehicle_id uuid REFERENCES convoy_vehicles,
      stop_id           uuid REFERENCES stops,
      loss_reason       text CONSTRAINT accounts_loss_reason_check
                        CHECK (loss_reason IN ('damaged', 'missing', 'count_correction')),
      balance           integer NOT NULL DEFAULT 0,
      allotted          integer NOT NULL DEFAULT 0,
      UNIQUE (id, lot_id),
      CHECK ((kind = 'site') = (site_id IS NOT NULL)),
      CHECK ((kind = 'vehicle') = (convoy_vehicle_id IS NOT NULL)),
      CHECK (kind IN ('delivered', 'lost') OR stop_id IS NULL),
      CHECK (kind <> 'delivered' OR stop_id IS NOT NULL),
      CHECK ((kind = 'lost') = (loss_reason IS NOT NULL)),
      CONSTRAINT accounts_balance_not_negative CHECK (kind = 'pledge_source' OR balance >= 0),
      CONSTRAINT accounts_allotted_within_stock
        CHECK (allotted = 0 OR (kind = 'site' AND allotted > 0 AND allotted <= balance))
    );
    CREATE UNIQUE INDEX accounts_holder ON accounts (
      lot_id, kind,
      coalesce(site_id, convoy_vehicle_id, stop_id, '00000000-0000-0000-0000-000000000000'::uuid),
      coalesce(loss_reason, '')
    );

    CREATE TABLE receipts (
      id            uuid PRIMARY KEY,
      code          text NOT NULL UNIQUE,
      pledge_id     uuid NOT NULL REFERENCES pledges,
      lot_id        uuid NOT NULL UNIQUE REFERENCES lots,
      site_id       uuid NOT NULL REFERENCES sites,
      quantity      integer NOT NULL CHECK (quantity > 0),
      over_quantity integer NOT NULL DEFAULT 0 CHECK (over_quantity BETWEEN 0 AND quantity),
      note          text NOT NULL DEFAULT '',
      counted_by    uuid NOT NULL REFERENCES users,
      received_at   timestamptz NOT NULL,
      created_at    timestamptz NOT NULL DEFAULT now(),
      CONSTRAINT receipts_over_is_explained CHECK (over_quantity = 0 OR note <> '')
    );

    CREATE TABLE waybills (
      id                uuid PRIMARY KEY,
      code              text NOT NULL UNIQUE,
      convoy_id         uuid NOT NULL,
      convoy_vehicle_id uuid NOT NULL,
      stop_id           uuid NOT NULL,
      issued_by         uuid NOT NULL REFERENCES users,
      issued_at         timestamptz NOT NULL,
      FOREIGN KEY (convoy_vehicle_id, convoy_id) REFERENCES convoy_vehicles (id, convoy_id),
      FOREIGN KEY (stop_id, convoy_id) REFERENCES stops (id, convoy_id),
      UNIQUE (convoy_vehicle_id, stop_id)
    );

    CREATE TABLE manifest_lines (
      id                uuid PRIMARY KEY,
      convoy_id         uuid NOT NULL REFERENCES convoys,
      convoy_vehicle_id uuid NOT NULL,
      stop_id           uuid NOT NULL,
      lot_id            uuid NOT NULL,
      item_id           uuid NOT NULL REFERENCES items,
      site_account_id   bigint NOT NULL,
      quantity          integer NOT NULL CHECK (quantity > 0),
      loaded_quantity   integer NOT NULL DEFAULT 0,
      -- freed from the promise: not loaded when the convoy left, or the convoy was cancelled
      released_quantity integer NOT NULL DEFAULT 0 CHECK (released_quantity >= 0),
      unit_weight_g     integer NOT NULL,
      unit_volume_ml    integer NOT NULL,
      created_at        timestamptz NOT NULL DEFAULT now(),
      FOREIGN KEY (convoy_vehicle_id, convoy_id) REFERENCES convoy_vehicles (id, convoy_id),
      FOREIGN KEY (stop_id, convoy_id) REFERENCES stops (id, convoy_id),
      FOREIGN KEY (lot_id, item_id) REFERENCES lots (id, item_id),
      FOREIGN KEY (site_account_id, lot_id) REFERENCES accounts (id, lot_id),
      CONSTRAINT manifest_lines_one_per_lot UNIQUE (convoy_vehicle_id, stop_id, lot_id, site_account_id),
      CONSTRAINT manifest_lines_loaded_within_allotted
        CHECK (loaded_quantity >= 0 AND loaded_quantity + released_quantity <= quantity),
      UNIQUE (id, loaded_quantity)
    );
    CREATE INDEX manifest_lines_by_convoy ON manifest_lines (convoy_id);
    CREATE INDEX manifest_lines_by_stop ON manifest_lines (stop_id);
    CREATE INDEX manifest_lines_by_lot ON manifest_lines (lot_id);

    -- Keeps what follows from the lines: what each site account has allotted, what each vehicle is planned to carry.
    CREATE FUNCTION apply_manifest_line() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE
      old_open integer := 0; new_open integer := 0;
      old_carried integer := 0; new_carried integer := 0;
      line manifest_lines := CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
    BEGIN
      IF TG_OP = 'UPDATE' AND (OLD.convoy_vehicle_id, OLD.stop_id, OLD.lot_id, OLD.site_account_id, OLD.unit_weight_g, OLD.unit_volume_ml)
         IS DISTINCT FROM (NEW.convoy_vehicle_id, NEW.stop_id, NEW.lot_id, NEW.site_account_id, NEW.unit_weight_g, NEW.unit_volume_ml) THEN
        RAISE EXCEPTION 'a manifest line changes only its quantities' USING ERRCODE = 'restrict_violation';
      END IF;
      IF TG_OP <> 'INSERT' THEN
        old_carried := OLD.quantity - OLD.released_quantity;
        old_open := old_carried - OLD.loaded_quantity;
      END IF;
      IF TG_OP <> 'DELETE' THEN
        new_carried := NEW.quantity - NEW.released_quantity;
        new_open := new_carried - NEW.loaded_quantity;
      END IF;
      IF new_carried <> old_carried THEN
        UPDATE convoy_vehicles SET
          planned_weight_g = planned_weight_g + (new_carried - old_carried)::bigint * line.unit_weight_g,
          planned_volume_ml = planned_volume_ml + (new_carried - old_carried)::bigint * line.unit_volume_ml
        WHERE id = line.convoy_vehicle_id;
      END IF;
      IF new_open <> old_open THEN
        UPDATE accounts SET allotted = allotted + (new_open - old_open) WHERE id = line.site_account_id;
      END IF;
      RETURN NULL;
    END $$;
    CREATE TRIGGER manifest_lines_applied AFTER INSERT OR UPDATE OR DELETE ON manifest_lines
      FOR EACH ROW EXECUTE FUNCTION apply_manifest_line();

    CREATE TABLE transfers (
      -- made by whoever asks for the movement: one id has at most one effect, for ever
      id                     uuid PRIMARY KEY,
      ordinal                bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
      lot_id                 uuid NOT NULL,
      source_account_id      bigint NOT NULL,
      destination_account_id bigint NOT NULL,
      quantity               integer NOT NULL CHECK (quantity > 0),
      document_type          text NOT NULL CONSTRAINT transfers_document_type_check
                             CHECK (document_type IN ('receipt', 'load', 'unload', 'delivery', 'loss', 'return', 'count_correction')),
      document_id            uuid NOT NULL,
      manifest_line_id       uuid REFERENCES manifest_lines,
      actor_id               uuid NOT NULL REFERENCES users,
      occurred_at            timestamptz NOT NULL,
      recorded_at            timestamptz NOT NULL DEFAULT now(),
      reverses_id            uuid UNIQUE REFERENCES transfers,
      FOREIGN KEY (source_account_id, lot_id) REFERENCES accounts (id, lot_id),
      FOREIGN KEY (destination_account_id, lot_id) REFERENCES accounts (id, lot_id),
      CHECK (source_account_id <> destination_account_id)
    );
    CREATE INDEX transfers_by_lot ON transfers (lot_id, ordinal);
    CREATE INDEX transfers_by_document ON transfers (document_id);

    CREATE FUNCTION apply_transfer() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      PERFORM 1 FROM accounts WHERE id IN (NEW.source_account_id, NEW.destination_account_id) ORDER BY id FOR UPDATE;
      UPDATE accounts SET balance = balance - NEW.quantity WHERE id = NEW.source_account_id;
      UPDATE accounts SET balance = balance + NEW.quantity WHERE id = NEW.destination_account_id;
      RETURN NULL;
    END $$;
    CREATE TRIGGER transfers_applied AFTER INSERT ON transfers FOR EACH ROW EXECUTE FUNCTION apply_transfer();
    CREATE TRIGGER transfers_append_only BEFORE UPDATE OR DELETE ON transfers
      FOR EACH ROW EXECUTE FUNCTION refuse_change();
    CREATE TRIGGER transfers_not_truncated BEFORE TRUNCATE ON transfers
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

    CREATE TABLE deliveries (
      id                   uuid PRIMARY KEY,
      code                 text NOT NULL UNIQUE,
      waybill_id           uuid NOT NULL UNIQUE REFERENCES waybills,
      receiver_name        text NOT NULL CHECK (receiver_name <> ''),
      receiver_role        text NOT NULL DEFAULT '',
      -- strokes of points in a 0–1 box, [[[x, y], …], …]
      signature            jsonb NOT NULL,
      remarks              text NOT NULL DEFAULT '',
      arrived_at           timestamptz NOT NULL,
      unloading_started_at timestamptz NOT NULL,
      signed_at            timestamptz NOT NULL,
      settled_by           uuid NOT NULL REFERENCES users,
      created_at           timestamptz NOT NULL DEFAULT now(),
      CHECK (arrived_at <= unloading_started_at AND unloading_started_at <= signed_at)
    );
    CREATE TABLE delivery_lines (
      delivery_id      uuid NOT NULL REFERENCES deliveries,
      manifest_line_id uuid NOT NULL UNIQUE,
      loaded_quantity  integer NOT NULL CHECK (loaded_quantity > 0),
      good_quantity    integer NOT NULL CHECK (good_quantity >= 0),
      damaged_quantity integer NOT NULL CHECK (damaged_quantity >= 0),
      missing_quantity integer NOT NULL CHECK (missing_quantity >= 0),
      reason           text CONSTRAINT delivery_lines_reason_check
                       CHECK (reason IN ('wet', 'torn', 'crushed', 'spoiled', 'short_count', 'theft', 'other')),
      reason_note      text NOT NULL DEFAULT '',
      PRIMARY KEY (delivery_id, manifest_line_id),
      FOREIGN KEY (manifest_line_id, loaded_quantity) REFERENCES manifest_lines (id, loaded_quantity),
      CONSTRAINT delivery_lines_add_up CHECK (good_quantity + damaged_quantity + missing_quantity = loaded_quantity),
      CONSTRAINT delivery_lines_discrepancy_has_reason
        CHECK ((damaged_quantity + missing_quantity > 0) = (reason IS NOT NULL))
    );
    CREATE TRIGGER delivery_lines_append_only BEFORE UPDATE OR DELETE ON delivery_lines
      FOR EACH ROW EXECUTE FUNCTION refuse_change();

    CREATE TABLE delivery_photos (
      id         uuid PRIMARY KEY,
      waybill_id uuid NOT NULL REFERENCES waybills,
      jpeg       bytea NOT NULL,
      width_px   integer NOT NULL CHECK (width_px > 0),
      height_px  integer NOT NULL CHECK (height_px > 0),
      caption    text NOT NULL DEFAULT '',
      taken_at   timestamptz NOT NULL,
      added_by   uuid NOT NULL REFERENCES users
    );
    CREATE INDEX delivery_photos_by_waybill ON delivery_photos (waybill_id);
  `);
}

export async function down(db: Knex): Promise<void> {
  await db.raw(`
    DROP TABLE delivery_photos, delivery_lines, deliveries, transfers, manifest_lines, waybills, receipts, accounts, lots;
    DROP FUNCTION apply_transfer();
    DROP FUNCTION apply_manifest_line();
  `);
}
