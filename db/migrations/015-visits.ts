import type { Knex } from 'knex';

/** Field visits: checklists in versions, what was answered on the phone, and findings followed until they are closed. */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    CREATE TABLE visit_templates (
      id         uuid PRIMARY KEY,
      version    integer NOT NULL CHECK (version > 0),
      retired_at timestamptz
    );
    -- A visit keeps the version it was planned with.
    CREATE TABLE visit_template_versions (
      template_id uuid NOT NULL REFERENCES visit_templates,
      version     integer NOT NULL CHECK (version > 0),
      name_ar     text NOT NULL CHECK (name_ar <> ''),
      name_en     text NOT NULL CHECK (name_en <> ''),
      sections    jsonb NOT NULL,
      created_by  uuid NOT NULL REFERENCES users,
      created_at  timestamptz NOT NULL,
      PRIMARY KEY (template_id, version)
    );

    CREATE TABLE visits (
      id               uuid PRIMARY KEY,
      code             text NOT NULL UNIQUE,
      association_id   uuid NOT NULL REFERENCES associations,
      template_id      uuid NOT NULL,
      template_version integer NOT NULL,
      status           text NOT NULL CONSTRAINT visits_status_check
                       CHECK (status IN ('planned', 'in_progress', 'finished', 'cancelled')),
      planned_for      timestamptz NOT NULL,
      purpose          text NOT NULL CHECK (purpose <> ''),
      is_announced     boolean NOT NULL,
      -- absent: at the association's seat
      point_label      text CHECK (point_label <> ''),
      point_lat        double precision CHECK (point_lat BETWEEN -90 AND 90),
      point_lng        double precision CHECK (point_lng BETWEEN -180 AND 180),
      started_at       timestamptz,
      finished_at      timestamptz,
      -- the worst finding that finishing raised
      result           text CONSTRAINT visits_result_check CHECK (result IN ('clear', 'minor', 'major', 'critical')),
      version          integer NOT NULL DEFAULT 1,
      created_by       uuid NOT NULL REFERENCES users,
      created_at       timestamptz NOT NULL,
      FOREIGN KEY (template_id, template_version) REFERENCES visit_template_versions,
      CHECK (num_nulls(point_label, point_lat, point_lng) IN (0, 3)),
      CHECK ((status = 'finished') = (result IS NOT NULL)),
      CHECK ((status = 'finished') = (finished_at IS NOT NULL)),
      CHECK (status NOT IN ('in_progress', 'finished') OR started_at IS NOT NULL),
      CHECK (started_at <= finished_at),
      CONSTRAINT visits_id_association UNIQUE (id, association_id)
    );
    CREATE INDEX visits_by_plan ON visits (planned_for, id) WHERE status IN ('planned', 'in_progress');
    CREATE INDEX visits_by_finish ON visits (finished_at DESC, id DESC) WHERE status = 'finished';
    CREATE INDEX visits_cancelled ON visits (planned_for DESC, id DESC) WHERE status = 'cancelled';
    CREATE INDEX visits_of_association ON visits (association_id, status, finished_at DESC);

    CREATE TABLE visit_visitors (
      visit_id uuid NOT NULL REFERENCES visits,
      user_id  uuid NOT NULL REFERENCES users,
      PRIMARY KEY (visit_id, user_id)
    );
    CREATE INDEX visit_visitors_by_user ON visit_visitors (user_id);

    CREATE TABLE visit_steps (
      id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      visit_id   uuid NOT NULL REFERENCES visits,
      at         timestamptz NOT NULL,
      actor_id   uuid NOT NULL REFERENCES users,
      command    text NOT NULL,
      from_state text NOT NULL,
      to_state   text NOT NULL,
      note       text NOT NULL DEFAULT ''
    );
    CREATE INDEX visit_steps_by_visit ON visit_steps (visit_id, id);

    -- What visitors did, as their phones sent it. Nothing is ever changed here: of several records about one subject
    -- (a question, a noted finding, a photo) the newest by its own time counts, so it does not matter when they came.
    CREATE TABLE visit_records (
      visit_id    uuid NOT NULL REFERENCES visits,
      -- made by the phone
      id          uuid NOT NULL,
      kind        text NOT NULL CONSTRAINT visit_records_kind_check CHECK (kind IN ('answer', 'finding', 'photo_removal')),
      at          timestamptz NOT NULL,
      author_id   uuid NOT NULL REFERENCES users,
      received_at timestamptz NOT NULL,
      content     jsonb NOT NULL,
      PRIMARY KEY (visit_id, id)
    );

    CREATE TABLE visit_photos (
      visit_id       uuid NOT NULL,
      -- made by the phone
      id             uuid NOT NULL,
      question_id    uuid NOT NULL,
      document_id    uuid NOT NULL,
      association_id uuid NOT NULL,
      at             timestamptz NOT NULL,
      author_id      uuid NOT NULL REFERENCES users,
      PRIMARY KEY (visit_id, id),
      FOREIGN KEY (visit_id, association_id) REFERENCES visits (id, association_id),
      FOREIGN KEY (document_id, association_id) REFERENCES documents (id, association_id)
    );

    CREATE TABLE findings (
      id             uuid PRIMARY KEY,
      visit_id       uuid NOT NULL,
      association_id uuid NOT NULL,
      -- the question whose answer raised it, in the words it was asked; absent for what a visitor noted freely
      question_ar    text,
      question_en    text,
      severity       text NOT NULL CONSTRAINT findings_severity_check CHECK (severity IN ('minor', 'major', 'critical')),
      text           text NOT NULL,
      due_on         date NOT NULL,
      status         text NOT NULL CONSTRAINT findings_status_check CHECK (status IN ('open', 'answered', 'closed')),
      raised_at      timestamptz NOT NULL,
      closed_at      timestamptz,
      version        integer NOT NULL DEFAULT 1,
      FOREIGN KEY (visit_id, association_id) REFERENCES visits (id, association_id),
      CHECK ((question_ar IS NULL) = (question_en IS NULL)),
      CHECK (question_ar IS NOT NULL OR text <> ''),
      CHECK ((status = 'closed') = (closed_at IS NOT NULL)),
      CONSTRAINT findings_id_association UNIQUE (id, association_id)
    );
    CREATE INDEX findings_by_visit ON findings (visit_id);
    CREATE INDEX findings_pending ON findings (due_on, id) WHERE status <> 'closed';
    CREATE INDEX findings_by_due ON findings (due_on, id);
    CREATE INDEX findings_by_association ON findings (association_id, due_on, id);

    CREATE TABLE finding_steps (
      id         uuid PRIMARY KEY,
      finding_id uuid NOT NULL,
      association_id uuid NOT NULL,
      at         timestamptz NOT NULL,
      actor_id   uuid NOT NULL REFERENCES users,
      command    text NOT NULL,
      from_state text NOT NULL,
      to_state   text NOT NULL,
      note       text NOT NULL DEFAULT '',
      FOREIGN KEY (finding_id, association_id) REFERENCES findings (id, association_id),
      CONSTRAINT finding_steps_id_association UNIQUE (id, association_id)
    );
    CREATE INDEX finding_steps_by_finding ON finding_steps (finding_id, at);
    CREATE TABLE finding_step_documents (
      step_id        uuid NOT NULL,
      document_id    uuid NOT NULL,
      association_id uuid NOT NULL,
      PRIMARY KEY (step_id, document_id),
      FOREIGN KEY (step_id, association_id) REFERENCES finding_steps (id, association_id),
      FOREIGN KEY (document_id, association_id) REFERENCES documents (id, association_id)
    );

    -- An association is reminded once for each due date of a finding and each day that calls for it.
    CREATE TABLE finding_reminders (
      finding_id  uuid NOT NULL REFERENCES findings,
      due_on      date NOT NULL,
      offset_days integer NOT NULL,
      reminded_at timestamptz NOT NULL,
      PRIMARY KEY (finding_id, due_on, offset_days)
    );

    CREATE TRIGGER visit_template_versions_append_only BEFORE UPDATE OR DELETE ON visit_template_versions
      FOR EACH ROW EXECUTE FUNCTION refuse_change();
    CREATE TRIGGER visit_steps_append_only BEFORE UPDATE OR DELETE ON visit_steps
      FOR EACH ROW EXECUTE FUNCTION refuse_change();
    CREATE TRIGGER visit_records_append_only BEFORE UPDATE OR DELETE ON visit_records
      FOR EACH ROW EXECUTE FUNCTION refuse_change();
    CREATE TRIGGER finding_steps_append_only BEFORE UPDATE OR DELETE ON finding_steps
      FOR EACH ROW EXECUTE FUNCTION refuse_change();
  `);
}

export async function down(db: Knex): Promise<void> {
  await db.raw(`
    DROP TABLE finding_reminders, finding_step_documents, finding_steps, findings, visit_photos, visit_records,
      visit_steps, visit_visitors, visits, visit_template_versions, visit_templates;
  `);
}
