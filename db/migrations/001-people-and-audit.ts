import type { Knex } from 'knex';

/** Associations, accounts, sessions, invitations, the audit chain, idempotent answers and document numbers. */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
    END $$;

    CREATE TABLE governorates (
      code    text PRIMARY KEY CHECK (code ~ '^SY[0-9]{2}$'),
      name_ar text NOT NULL,
      name_en text NOT NULL,
      lat     double precision NOT NULL CHECK (lat BETWEEN -90 AND 90),
      lng     double precision NOT NULL CHECK (lng BETWEEN -180 AND 180)
    );

    CREATE TABLE associations (
      id                 uuid PRIMARY KEY,
      kind               text NOT NULL CHECK (kind IN ('association', 'foundation')),
      name_ar            text NOT NULL CHECK (name_ar <> ''),
      name_en            text NOT NULL CHECK (name_en <> ''),
      status             text NOT NULL CONSTRAINT associations_status_check
                         CHECK (status IN ('applied', 'under_review', 'declared', 'suspended', 'dissolved')),
      declaration_number integer CHECK (declaration_number > 0),
      declared_on        date,
      governorate_code   text NOT NULL REFERENCES governorates,
      contact_name       text NOT NULL DEFAULT '',
      contact_phone      text NOT NULL DEFAULT '',
      version            integer NOT NULL DEFAULT 1,
      created_at         timestamptz NOT NULL DEFAULT now(),
      CHECK (status IN ('applied', 'under_review')
             OR (declaration_number IS NOT NULL AND declared_on IS NOT NULL))
    );
    CREATE UNIQUE INDEX associations_declaration
      ON associations (declaration_number, (extract(year FROM declared_on))) WHERE declaration_number IS NOT NULL;

    CREATE TABLE users (
      id             uuid PRIMARY KEY,
      email          text NOT NULL UNIQUE CHECK (email = lower(email)),
      name           text NOT NULL CHECK (name <> ''),
      role           text NOT NULL CHECK (role IN ('admin', 'official', 'coordinator', 'association')),
      association_id uuid REFERENCES associations,
      password_hash  text NOT NULL,
      locale         text NOT NULL DEFAULT 'ar' CHECK (locale IN ('ar', 'en')),
      is_demo        boolean NOT NULL DEFAULT false,
      created_at     timestamptz NOT NULL DEFAULT now(),
      last_seen_at   timestamptz,
      disabled_at    timestamptz,
      CHECK ((role = 'association') = (association_id IS NOT NULL))
    );

    -- The id of a session is a bearer secret: only its SHA-256 is stored.
    CREATE TABLE sessions (
      sid_hash     bytea PRIMARY KEY,
      user_id      uuid REFERENCES users ON DELETE CASCADE,
      data         jsonb NOT NULL,
      created_at   timestamptz NOT NULL DEFAULT now(),
      expires_at   timestamptz NOT NULL
    );
    CREATE INDEX sessions_by_user ON sessions (user_id);
    CREATE INDEX sessions_by_expiry ON sessions (expires_at);

    CREATE TABLE invitations (
      id             uuid PRIMARY KEY,
      token_hash     bytea NOT NULL UNIQUE,
      email          text NOT NULL CHECK (email = lower(email)),
      name           text NOT NULL,
      role           text NOT NULL CHECK (role IN ('admin', 'official', 'coordinator', 'association')),
      association_id uuid REFERENCES associations,
      -- absent for the first admin, whom the server itself invites
      invited_by     uuid REFERENCES users,
      created_at     timestamptz NOT NULL DEFAULT now(),
      expires_at     timestamptz NOT NULL,
      accepted_at    timestamptz,
      revoked_at     timestamptz,
      CHECK ((role = 'association') = (association_id IS NOT NULL))
    );

    -- Wrong passwords per account and per address; a row is a running count, forgotten after a quiet while.
    CREATE TABLE sign_in_failures (
      key           text PRIMARY KEY,
      failures      integer NOT NULL,
      last_at       timestamptz NOT NULL,
      blocked_until timestamptz
    );

    -- Who did what. Each row carries the hash of the one before, so a removed or altered row shows.
    CREATE TABLE audit_log (
      id            bigint PRIMARY KEY,
      at            timestamptz NOT NULL,
      actor_id      uuid REFERENCES users,
      action        text NOT NULL,
      subject_type  text NOT NULL,
      subject_id    uuid,
      campaign_id   uuid,
      from_state    text,
      to_state      text,
      reason        text,
      detail        jsonb NOT NULL DEFAULT '{}',
      previous_hash bytea NOT NULL,
      hash          bytea NOT NULL
    );
    CREATE INDEX audit_log_by_campaign ON audit_log (campaign_id, id DESC);
    CREATE INDEX audit_log_by_subject ON audit_log (subject_type, subject_id, id);

    CREATE FUNCTION audit_hash(row_ audit_log) RETURNS bytea LANGUAGE sql IMMUTABLE AS $$
      SELECT sha256(row_.previous_hash || convert_to(jsonb_build_array(
        row_.id, extract(epoch FROM row_.at), row_.actor_id, row_.action, row_.subject_type, row_.subject_id,
        row_.campaign_id, row_.from_state, row_.to_state, row_.reason, row_.detail)::text, 'UTF8'))
    $$;
    -- The lock is held to the end of the transaction, so rows commit in the order of their numbers.
    CREATE FUNCTION chain_audit() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE last_ audit_log;
    BEGIN
      PERFORM pg_advisory_xact_lock(7041776);
      SELECT * INTO last_ FROM audit_log ORDER BY id DESC LIMIT 1;
      NEW.id := coalesce(last_.id, 0) + 1;
      NEW.previous_hash := coalesce(last_.hash, '\\x00'::bytea);
      NEW.hash := audit_hash(NEW);
      RETURN NEW;
    END $$;
    CREATE TRIGGER audit_log_chained BEFORE INSERT ON audit_log FOR EACH ROW EXECUTE FUNCTION chain_audit();
    CREATE TRIGGER audit_log_append_only BEFORE UPDATE OR DELETE ON audit_log
      FOR EACH ROW EXECUTE FUNCTION refuse_change();
    CREATE TRIGGER audit_log_not_truncated BEFORE TRUNCATE ON audit_log
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

    -- The answer of a request that carried an Idempotency-Key; written in the transaction of its effect.
    CREATE TABLE idempotent_answers (
      user_id      uuid NOT NULL REFERENCES users ON DELETE CASCADE,
      key          text NOT NULL CHECK (length(key) BETWEEN 1 AND 255),
      request_hash bytea NOT NULL,
      status       smallint NOT NULL,
      body         jsonb,
      created_at   timestamptz NOT NULL DEFAULT now(),
      PRIMARY KEY (user_id, key)
    );

    -- The last number given in each series (PL, RC, L, WB-2026 …).
    CREATE TABLE number_series (
      series text PRIMARY KEY,
      last   integer NOT NULL
    );
    CREATE FUNCTION next_number(series_ text) RETURNS integer LANGUAGE sql AS $$
      INSERT INTO number_series AS s (series, last) VALUES (series_, 1)
      ON CONFLICT (series) DO UPDATE SET last = s.last + 1 RETURNING last
    $$;
  `);
}

export async function down(db: Knex): Promise<void> {
  await db.raw(`
    DROP FUNCTION next_number(text);
    DROP TABLE number_series, idempotent_answers;
    DROP TRIGGER audit_log_chained ON audit_log;
    DROP FUNCTION chain_audit();
    DROP FUNCTION audit_hash(audit_log);
    DROP TABLE audit_log, sign_in_failures, invitations, sessions, users, associations, governorates;
    DROP FUNCTION refuse_change();
  `);
}
