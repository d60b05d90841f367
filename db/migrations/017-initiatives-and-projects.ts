import type { Knex } from 'knex';

/** What associations give out day by day in campaigns without convoys, and the projects they earn with. */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    ALTER TABLE campaigns ADD COLUMN kind text NOT NULL DEFAULT 'convoys' CONSTRAINT campaigns_kind_check
      CHECK (kind IN ('convoys', 'initiative'));

    CREATE TABLE outputs (
      id               uuid PRIMARY KEY,
      campaign_id      uuid NOT NULL,
      association_id   uuid NOT NULL,
      day              date NOT NULL,
      governorate_code text NOT NULL REFERENCES governorates,
      kind             text NOT NULL CONSTRAINT outputs_kind_check
                       CHECK (kind IN ('meals', 'food_baskets', 'clothing', 'gifts', 'cash_grants')),
      quantity         integer NOT NULL CHECK (quantity >= 0),
      people           integer NOT NULL CHECK (people >= 0),
      -- absent where nobody counted by household
      households       integer CHECK (households >= 0),
      note             text NOT NULL DEFAULT '',
      version          integer NOT NULL DEFAULT 1,
      recorded_at      timestamptz NOT NULL,
      recorded_by      uuid NOT NULL REFERENCES users,
      FOREIGN KEY (campaign_id, association_id) REFERENCES participations (campaign_id, association_id),
      CONSTRAINT outputs_once_a_day UNIQUE (campaign_id, day, association_id, governorate_code, kind),
      CONSTRAINT outputs_counts_fit CHECK (households <= people AND (quantity = 0) = (people = 0))
    );
    CREATE INDEX outputs_by_association ON outputs (association_id, campaign_id, day DESC);

    CREATE TABLE output_steps (
      id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      output_id  uuid NOT NULL REFERENCES outputs,
      at         timestamptz NOT NULL,
      actor_id   uuid NOT NULL REFERENCES users,
      quantity   integer NOT NULL,
      people     integer NOT NULL,
      households integer,
      reason     text NOT NULL DEFAULT ''
    );
    COMMENT ON TABLE output_steps IS 'what was entered, and what each correction made of it';
    CREATE INDEX output_steps_by_output ON output_steps (output_id, id DESC);
    CREATE TRIGGER output_steps_append_only BEFORE UPDATE OR DELETE ON output_steps
      FOR EACH ROW EXECUTE FUNCTION refuse_change();

    CREATE TABLE projects (
      id                         uuid PRIMARY KEY,
      code                       text NOT NULL UNIQUE,
      association_id             uuid NOT NULL REFERENCES associations,
      kind                       text NOT NULL CONSTRAINT projects_kind_check
                                 CHECK (kind IN ('income_generating', 'micro')),
      sector                     text NOT NULL CONSTRAINT projects_sector_check
                                 CHECK (sector IN ('farming', 'food', 'textiles_and_crafts', 'workshops', 'trade',
                                                   'services')),
      name_ar                    text NOT NULL CHECK (name_ar <> ''),
      name_en                    text NOT NULL CHECK (name_en <> ''),
      governorate_code           text NOT NULL REFERENCES governorates,
      description                text NOT NULL DEFAULT '',
      -- whole Syrian pounds, here and below
      budget_syp                 bigint NOT NULL CHECK (budget_syp > 0),
      planned_start              date NOT NULL,
      planned_monthly_income_syp bigint NOT NULL CHECK (planned_monthly_income_syp >= 0),
      planned_monthly_cost_syp   bigint NOT NULL CHECK (planned_monthly_cost_syp >= 0),
      planned_jobs               integer NOT NULL CHECK (planned_jobs >= 0),
      planned_families           integer NOT NULL CHECK (planned_families >= 0),
      status                     text NOT NULL CONSTRAINT projects_status_check
                                 CHECK (status IN ('proposed', 'approved', 'running', 'paused', 'declined', 'finished',
                                                   'stopped')),
      started_on                 date,
      ended_on                   date,
      version                    integer NOT NULL DEFAULT 1,
      created_at                 timestamptz NOT NULL,
      CONSTRAINT projects_id_association UNIQUE (id, association_id),
      CONSTRAINT projects_started CHECK (status NOT IN ('running', 'paused', 'finished') OR started_on IS NOT NULL),
      CONSTRAINT projects_ended CHECK ((status IN ('finished', 'stopped')) = (ended_on IS NOT NULL)),
      CONSTRAINT projects_in_order CHECK (started_on <= ended_on)
    );
    CREATE INDEX projects_by_association ON projects (association_id);
    CREATE INDEX projects_newest_first ON projects (created_at DESC, id);

    CREATE TABLE project_funding (
      project_id uuid NOT NULL REFERENCES projects ON DELETE CASCADE,
      source     text NOT NULL CONSTRAINT project_funding_source_check
                 CHECK (source IN ('own_funds', 'donations', 'grant', 'partner', 'loan')),
      amount_syp bigint NOT NULL CHECK (amount_syp > 0),
      PRIMARY KEY (project_id, source)
    );

    CREATE TABLE project_months (
      project_id  uuid NOT NULL REFERENCES projects,
      -- its first day
      month       date NOT NULL CHECK (extract(day FROM month) = 1),
      income_syp  bigint NOT NULL CHECK (income_syp >= 0),
      cost_syp    bigint NOT NULL CHECK (cost_syp >= 0),
      jobs        integer NOT NULL CHECK (jobs >= 0),
      families    integer NOT NULL CHECK (families >= 0),
      note        text NOT NULL DEFAULT '',
      recorded_at timestamptz NOT NULL,
      recorded_by uuid NOT NULL REFERENCES users,
      PRIMARY KEY (project_id, month)
    );

    CREATE TABLE project_steps (
      id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      project_id     uuid NOT NULL,
      association_id uuid NOT NULL,
      at             timestamptz NOT NULL,
      actor_id       uuid NOT NULL REFERENCES users,
      event          text NOT NULL CONSTRAINT project_steps_event_check
                     CHECK (event IN ('approve', 'decline', 'start', 'stop', 'pause', 'finish', 'resume', 'propose',
                                   'create', 'change', 'report', 'correct')),
      from_status text,
      to_status   text NOT NULL,
      -- the day it took effect
      on_day      date NOT NULL,
      note        text NOT NULL DEFAULT '',
      -- of a report or a correction: the month, and its figures from then on
      month       date,
      income_syp  bigint,
      cost_syp    bigint,
      jobs        integer,
      families    integer,
      FOREIGN KEY (project_id, association_id) REFERENCES projects (id, association_id),
      CONSTRAINT project_steps_id_association UNIQUE (id, association_id),
      CONSTRAINT project_steps_figures_whole
        CHECK ((event IN ('report', 'correct')) = (month IS NOT NULL)
               AND num_nulls(month, income_syp, cost_syp, jobs, families) IN (0, 5))
    );
    CREATE INDEX project_steps_by_project ON project_steps (project_id, id);
    CREATE TRIGGER project_steps_append_only BEFORE UPDATE OR DELETE ON project_steps
      FOR EACH ROW EXECUTE FUNCTION refuse_change();

    CREATE TABLE project_documents (
      step_id        bigint NOT NULL,
      document_id    uuid NOT NULL,
      association_id uuid NOT NULL,
      PRIMARY KEY (step_id, document_id),
      FOREIGN KEY (step_id, association_id) REFERENCES project_steps (id, association_id),
      FOREIGN KEY (document_id, association_id) REFERENCES documents (id, association_id)
    );
  `);
}

export async function down(db: Knex): Promise<void> {
  await db.raw(`
    DROP TABLE project_documents, project_steps, project_months, project_funding, projects, output_steps, outputs;
    ALTER TABLE campaigns DROP COLUMN kind;
  `);
}
