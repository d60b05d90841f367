import type { Knex } from 'knex';

/** Applications for declaration, the steps of an association's life, its board, its bank accounts. */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    -- Letters that people write for one another count as one, digits as what they are, and marks as nothing.
    CREATE FUNCTION fold_text(text_ text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
      SELECT regexp_replace(translate(lower(text_), 'أإآٱىةؤئ٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹', 'اااايهوي01234567890123456789'), '[\\u064B-\\u065F\\u0670\\u0640]', '', 'g')
    $$;

    ALTER TABLE associations DROP CONSTRAINT associations_status_check;
    ALTER TABLE associations ADD CONSTRAINT associations_status_check
      CHECK (status IN ('applied', 'under_review', 'declared', 'suspended', 'refused', 'dissolved'));
    ALTER TABLE associations DROP CONSTRAINT associations_check;
    ALTER TABLE associations ADD CONSTRAINT associations_declared_by_number
      CHECK (status IN ('applied', 'under_review', 'refused')
             OR (declaration_number IS NOT NULL AND declared_on IS NOT NULL));
    ALTER TABLE associations
      ADD address                text NOT NULL DEFAULT '',
      ADD seat_lat               double precision CHECK (seat_lat BETWEEN -90 AND 90),
      ADD seat_lng               double precision CHECK (seat_lng BETWEEN -180 AND 180),
      ADD purpose                text NOT NULL DEFAULT '',
      ADD contact_email          text NOT NULL DEFAULT '',
      ADD office_phone           text NOT NULL DEFAULT '',
      ADD is_office_phone_public boolean NOT NULL DEFAULT false,
      ADD search_text            text GENERATED ALWAYS AS (fold_text(name_ar || ' ' || name_en)) STORED,
      ADD CHECK ((seat_lat IS NULL) = (seat_lng IS NULL));
    CREATE INDEX associations_by_name ON associations (name_ar, id);
    CREATE INDEX associations_by_status ON associations (status, name_ar, id);
    CREATE INDEX associations_by_governorate ON associations (governorate_code, name_ar, id);
    CREATE INDEX associations_by_declaration_day ON associations (declared_on);
    CREATE INDEX association_sectors_by_sector ON association_sectors (sector);

    CREATE TABLE applications (
      association_id uuid PRIMARY KEY REFERENCES associations,
      reference      text NOT NULL UNIQUE,
      -- SHA-256 of what the applicant was shown once
      secret_hash    bytea NOT NULL,
      applied_at     timestamptz NOT NULL,
      -- absent while it is the applicant's turn
      submitted_at   timestamptz,
      returned_at    timestamptz
    );
    CREATE INDEX applications_by_time ON applications (applied_at DESC, association_id);
    CREATE TABLE application_documents (
      document_id    uuid PRIMARY KEY,
      association_id uuid NOT NULL REFERENCES applications,
      kind           text NOT NULL CONSTRAINT application_documents_kind_check
                     CHECK (kind IN ('statutes', 'founding_minutes', 'founders', 'premises', 'other')),
      FOREIGN KEY (document_id, association_id) REFERENCES documents (id, association_id) ON DELETE CASCADE
    );
    CREATE INDEX application_documents_by_association ON application_documents (association_id);

    CREATE TABLE association_steps (
      id             uuid PRIMARY KEY,
      number         bigint GENERATED ALWAYS AS IDENTITY,
      association_id uuid NOT NULL REFERENCES associations,
      at             timestamptz NOT NULL,
      -- the day of the decision on paper
      effective_on   date NOT NULL,
      -- absent for the applicant
      actor_id       uuid REFERENCES users,
      command        text NOT NULL CONSTRAINT association_steps_command_check
                     CHECK (command IN ('submit', 'register', 'review', 'declare', 'return', 'refuse', 'suspend',
                                        'dissolve', 'reinstate')),
      from_state     text CONSTRAINT association_steps_from_state_check
                     CHECK (from_state IN ('applied', 'under_review', 'declared', 'suspended', 'refused', 'dissolved')),
      to_state       text NOT NULL CONSTRAINT association_steps_to_state_check
                     CHECK (to_state IN ('applied', 'under_review', 'declared', 'suspended', 'refused', 'dissolved')),
      reason         text NOT NULL DEFAULT '',
      CONSTRAINT association_steps_id_association UNIQUE (id, association_id)
    );
    COMMENT ON COLUMN association_steps.number IS 'the order in which steps were taken, also within one instant';
    CREATE INDEX association_steps_by_association ON association_steps (association_id, number DESC);
    CREATE TRIGGER association_steps_append_only BEFORE UPDATE OR DELETE ON association_steps
      FOR EACH ROW EXECUTE FUNCTION refuse_change();
    CREATE TABLE association_step_documents (
      step_id        uuid NOT NULL,
      document_id    uuid NOT NULL,
      association_id uuid NOT NULL,
      PRIMARY KEY (step_id, document_id),
      FOREIGN KEY (step_id, association_id) REFERENCES association_steps (id, association_id),
      FOREIGN KEY (document_id, association_id) REFERENCES documents (id, association_id)
    );

    CREATE TABLE association_board (
      id             uuid PRIMARY KEY,
      number         bigint GENERATED ALWAYS AS IDENTITY,
      association_id uuid NOT NULL REFERENCES associations ON DELETE CASCADE,
      name           text NOT NULL CHECK (name <> ''),
      position       text NOT NULL CONSTRAINT association_board_position_check
                     CHECK (position IN ('chair', 'deputy', 'secretary', 'treasurer', 'member')),
      starts_on      date NOT NULL,
      ends_on        date NOT NULL,
      version        integer NOT NULL DEFAULT 1,
      CHECK (starts_on < ends_on)
    );
    CREATE INDEX association_board_by_association ON association_board (association_id, ends_on DESC);

    CREATE TABLE association_bank_accounts (
      id             uuid PRIMARY KEY,
      association_id uuid NOT NULL REFERENCES associations ON DELETE CASCADE,
      bank_name      text NOT NULL CHECK (bank_name <> ''),
      holder         text NOT NULL CHECK (holder <> ''),
      account_number text NOT NULL CHECK (account_number ~ '^[A-Z0-9]{8,34}$'),
      added_at       timestamptz NOT NULL,
      UNIQUE (association_id, account_number)
    );
  `);
}

/** What was refused goes: the schema before knows no such state. */
export async function down(db: Knex): Promise<void> {
  await db.raw(`
    DROP TABLE association_bank_accounts, association_board, association_step_documents, association_steps,
               application_documents, applications;
    DROP INDEX association_sectors_by_sector, associations_by_declaration_day, associations_by_governorate,
               associations_by_status, associations_by_name;
    ALTER TABLE associations
      DROP search_text, DROP is_office_phone_public, DROP office_phone, DROP contact_email, DROP purpose,
      DROP seat_lng, DROP seat_lat, DROP address;
    DELETE FROM documents WHERE association_id IN (SELECT id FROM associations WHERE status = 'refused');
    DELETE FROM associations WHERE status = 'refused';
    ALTER TABLE associations DROP CONSTRAINT associations_declared_by_number;
    ALTER TABLE associations ADD CONSTRAINT associations_check
      CHECK (status IN ('applied', 'under_review') OR (declaration_number IS NOT NULL AND declared_on IS NOT NULL));
    ALTER TABLE associations DROP CONSTRAINT associations_status_check;
    ALTER TABLE associations ADD CONSTRAINT associations_status_check
      CHECK (status IN ('applied', 'under_review', 'declared', 'suspended', 'dissolved'));
    DROP FUNCTION fold_text(text);
  `);
}
