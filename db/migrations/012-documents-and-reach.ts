import type { Knex } from 'knex';

/** Papers in associations' files, and whom an association serves with what: the ground of the standing work. */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    CREATE TABLE documents (
      id             uuid PRIMARY KEY,
      association_id uuid NOT NULL REFERENCES associations,
      purpose        text NOT NULL CONSTRAINT documents_purpose_check
                     CHECK (purpose IN ('application', 'decision', 'obligation', 'finance', 'visit', 'finding', 'project')),
      name           text NOT NULL CHECK (name <> ''),
      media_type     text NOT NULL CONSTRAINT documents_media_type_check
                     CHECK (media_type IN ('application/pdf', 'image/jpeg')),
      bytes          bytea NOT NULL,
      added_at       timestamptz NOT NULL,
      -- absent for what an applicant sent
      added_by       uuid REFERENCES users,
      CONSTRAINT documents_id_association UNIQUE (id, association_id)
    );
    COMMENT ON CONSTRAINT documents_id_association ON documents
      IS 'so that a step of one association cannot carry the papers of another';
    -- pictures and papers are compressed already
    ALTER TABLE documents ALTER COLUMN bytes SET STORAGE EXTERNAL;
    CREATE INDEX documents_by_association ON documents (association_id, added_at DESC);

    CREATE TABLE association_sectors (
      association_id uuid NOT NULL REFERENCES associations ON DELETE CASCADE,
      sector         text NOT NULL CONSTRAINT association_sectors_sector_check
                     CHECK (sector IN ('relief', 'health', 'education', 'children', 'disability', 'older_people',
                                       'families', 'livelihoods', 'culture_and_environment')),
      PRIMARY KEY (association_id, sector)
    );
    CREATE TABLE association_governorates (
      association_id   uuid NOT NULL REFERENCES associations ON DELETE CASCADE,
      governorate_code text NOT NULL REFERENCES governorates,
      PRIMARY KEY (association_id, governorate_code)
    );
    COMMENT ON TABLE association_governorates IS 'where it serves; its seat is in associations';
    -- What citizens can be referred to it for.
    CREATE TABLE association_aid (
      association_id uuid NOT NULL REFERENCES associations ON DELETE CASCADE,
      kind           text NOT NULL CONSTRAINT association_aid_kind_check CHECK (kind IN ('medical', 'in_kind', 'cash')),
      cadence        text NOT NULL CONSTRAINT association_aid_cadence_check CHECK (cadence IN ('monthly', 'emergency')),
      PRIMARY KEY (association_id, kind, cadence)
    );
    CREATE INDEX association_governorates_by_code ON association_governorates (governorate_code);
    CREATE INDEX association_aid_by_offer ON association_aid (kind, cadence);
  `);
}

export async function down(db: Knex): Promise<void> {
  await db.raw('DROP TABLE association_aid, association_governorates, association_sectors, documents;');
}
