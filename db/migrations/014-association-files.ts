import type { Knex } from 'knex';

/**
 * What associations owe the directorate and when, and their money by the year. Whether something is overdue is
 * reckoned from the day, and never kept.
 */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    CREATE TABLE obligation_types (
      id             uuid PRIMARY KEY,
      key            text NOT NULL UNIQUE CHECK (key ~ '^[a-z][a-z0-9_]{2,39}$'),
      name_ar        text NOT NULL CHECK (name_ar <> ''),
      name_en        text NOT NULL CHECK (name_en <> ''),
      recurrence     text NOT NULL CONSTRAINT obligation_types_recurrence_check
                     CHECK (recurrence IN ('yearly', 'after_fiscal_year', 'board_term', 'licence', 'once')),
      due_month      smallint CHECK (due_month BETWEEN 1 AND 12),
      due_day        smallint CHECK (due_day BETWEEN 1 AND 31),
      months         smallint CHECK (months > 0),
      years          smallint CHECK (years > 0),
      grace_days     smallint NOT NULL CHECK (grace_days >= 0),
      documents_ar   text NOT NULL DEFAULT '',
      documents_en   text NOT NULL DEFAULT '',
      blocks_pledges boolean NOT NULL,
      is_active      boolean NOT NULL DEFAULT true,
      version        integer NOT NULL DEFAULT 1,
      CHECK ((recurrence = 'yearly') = (due_month IS NOT NULL AND due_day IS NOT NULL)),
      CHECK ((recurrence IN ('after_fiscal_year', 'once')) = (months IS NOT NULL)),
      CHECK ((recurrence = 'licence') = (years IS NOT NULL))
    );

    CREATE TABLE obligations (
      id             uuid PRIMARY KEY,
      association_id uuid NOT NULL REFERENCES associations,
      type_id        uuid NOT NULL REFERENCES obligation_types,
      -- the year it counts for, or 'once'
      period         text NOT NULL CHECK (period ~ '^(20[0-9]{2}|once)$'),
      due_on         date NOT NULL,
      -- the first day after the days of grace that its rule gave when it was opened
      overdue_from   date NOT NULL,
      state          text NOT NULL CONSTRAINT obligations_state_check
                     CHECK (state IN ('due', 'submitted', 'returned', 'accepted', 'waived')),
      opened_at      timestamptz NOT NULL,
      -- absent where a rule opened it
      opened_by      uuid REFERENCES users,
      submitted_at   timestamptz,
      CONSTRAINT obligations_once_a_period UNIQUE (association_id, type_id, period),
      CONSTRAINT obligations_id_association UNIQUE (id, association_id),
      CHECK (overdue_from > due_on),
      CHECK (state IN ('due', 'waived') OR submitted_at IS NOT NULL)
    );
    CREATE INDEX obligations_by_day ON obligations (due_on, id);
    CREATE INDEX obligations_by_association ON obligations (association_id, due_on, id);
    CREATE INDEX obligations_by_type ON obligations (type_id, due_on, id);
    -- What somebody has still to do: a small part of what is kept.
    CREATE INDEX obligations_open_by_day ON obligations (due_on, id) WHERE state IN ('due', 'returned');
    CREATE INDEX obligations_open_by_association ON obligations (association_id, overdue_from)
      WHERE state IN ('due', 'returned');
    CREATE INDEX obligations_in_review ON obligations (due_on, id) WHERE state = 'submitted';

    CREATE TABLE obligation_steps (
      id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      obligation_id  uuid NOT NULL,
      association_id uuid NOT NULL,
      at             timestamptz NOT NULL,
      actor_id       uuid NOT NULL REFERENCES users,
      command        text NOT NULL CONSTRAINT obligation_steps_command_check
                     CHECK (command IN ('submit', 'waive', 'accept', 'return')),
      from_state     text NOT NULL,
      to_state       text NOT NULL,
      note           text NOT NULL,
      FOREIGN KEY (obligation_id, association_id) REFERENCES obligations (id, association_id),
      CONSTRAINT obligation_steps_id_association UNIQUE (id, association_id),
      CHECK (command IN ('submit', 'accept') OR note <> '')
    );
    CREATE INDEX obligation_steps_by_obligation ON obligation_steps (obligation_id, id);
    CREATE TABLE obligation_documents (
      step_id        bigint NOT NULL,
      document_id    uuid NOT NULL,
      association_id uuid NOT NULL,
      PRIMARY KEY (step_id, document_id),
      FOREIGN KEY (step_id, association_id) REFERENCES obligation_steps (id, association_id),
      FOREIGN KEY (document_id, association_id) REFERENCES documents (id, association_id)
    );

    CREATE TABLE obligation_reminders (
      obligation_id uuid NOT NULL REFERENCES obligations,
      -- days after the due day; before it where negative
      offset_days   smallint NOT NULL,
      sent_at       timestamptz NOT NULL,
      PRIMARY KEY (obligation_id, offset_days)
    );

    CREATE TABLE pledge_overrides (
      id             uuid PRIMARY KEY,
      association_id uuid NOT NULL REFERENCES associations,
      reason         text NOT NULL CHECK (reason <> ''),
      granted_at     timestamptz NOT NULL,
      granted_by     uuid NOT NULL REFERENCES users,
      ends_on        date NOT NULL,
      revoked_at     timestamptz,
      revoked_by     uuid REFERENCES users,
      revoke_reason  text CHECK (revoke_reason <> ''),
      CHECK (num_nonnulls(revoked_at, revoked_by, revoke_reason) IN (0, 3))
    );
    CREATE INDEX pledge_overrides_by_association ON pledge_overrides (association_id, ends_on);
    CREATE INDEX pledge_overrides_newest ON pledge_overrides (granted_at DESC, id DESC);

    CREATE TABLE finance_years (
      id             uuid PRIMARY KEY,
      association_id uuid NOT NULL REFERENCES associations,
      year           integer NOT NULL CHECK (year BETWEEN 2000 AND 2100),
      state          text NOT NULL CONSTRAINT finance_years_state_check
                     CHECK (state IN ('draft', 'submitted', 'returned', 'accepted')),
      opening_syp    bigint NOT NULL,
      income_syp     bigint NOT NULL CHECK (income_syp >= 0),
      spending_syp   bigint NOT NULL CHECK (spending_syp >= 0),
      closing_syp    bigint NOT NULL,
      opening_reason text NOT NULL DEFAULT '',
      note           text NOT NULL DEFAULT '',
      submitted_at   timestamptz,
      version        integer NOT NULL DEFAULT 1,
      UNIQUE (association_id, year),
      CONSTRAINT finance_years_id_association UNIQUE (id, association_id),
      CONSTRAINT finance_years_balance
        CHECK (state IN ('draft', 'returned') OR opening_syp + income_syp - spending_syp = closing_syp),
      CHECK (state = 'draft' OR submitted_at IS NOT NULL)
    );
    CREATE INDEX finance_years_by_state ON finance_years (state, submitted_at, id);

    CREATE TABLE finance_lines (
      finance_id uuid NOT NULL REFERENCES finance_years,
      side       text NOT NULL CONSTRAINT finance_lines_side_check CHECK (side IN ('income', 'spending')),
      head       text NOT NULL,
      amount_syp bigint NOT NULL CHECK (amount_syp > 0),
      PRIMARY KEY (finance_id, side, head),
      CONSTRAINT finance_lines_known_head CHECK (
        (side = 'income' AND head IN ('donations_individual', 'donations_corporate', 'grants', 'membership',
                                      'projects', 'public_support', 'other'))
        OR (side = 'spending' AND head IN ('relief', 'health', 'education', 'children', 'disability', 'older_people',
                                           'families', 'livelihoods', 'culture_and_environment', 'administration')))
    );

    -- A year's sums are those of its lines, whenever a transaction ends.
    CREATE FUNCTION finance_sums_hold() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF EXISTS (
        SELECT FROM finance_years y
        CROSS JOIN LATERAL (
          SELECT coalesce(sum(amount_syp) FILTER (WHERE side = 'income'), 0) AS income,
                 coalesce(sum(amount_syp) FILTER (WHERE side = 'spending'), 0) AS spending
          FROM finance_lines WHERE finance_id = y.id) lines
        WHERE y.id = NEW.id AND (y.income_syp <> lines.income OR y.spending_syp <> lines.spending)
      ) THEN
        RAISE EXCEPTION 'the sums of % are not those of its lines', NEW.id USING ERRCODE = 'check_violation';
      END IF;
      RETURN NULL;
    END $$;
    CREATE CONSTRAINT TRIGGER finance_years_sums AFTER INSERT OR UPDATE ON finance_years
      DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION finance_sums_hold();

    CREATE TABLE finance_steps (
      id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      finance_id     uuid NOT NULL,
      association_id uuid NOT NULL,
      at             timestamptz NOT NULL,
      actor_id       uuid NOT NULL REFERENCES users,
      command        text NOT NULL CONSTRAINT finance_steps_command_check
                     CHECK (command IN ('submit', 'accept', 'return')),
      from_state     text NOT NULL,
      to_state       text NOT NULL,
      note           text NOT NULL,
      FOREIGN KEY (finance_id, association_id) REFERENCES finance_years (id, association_id),
      CONSTRAINT finance_steps_id_association UNIQUE (id, association_id),
      CHECK (command <> 'return' OR note <> '')
    );
    CREATE INDEX finance_steps_by_year ON finance_steps (finance_id, id);
    CREATE TABLE finance_documents (
      step_id        bigint NOT NULL,
      document_id    uuid NOT NULL,
      association_id uuid NOT NULL,
      PRIMARY KEY (step_id, document_id),
      FOREIGN KEY (step_id, association_id) REFERENCES finance_steps (id, association_id),
      FOREIGN KEY (document_id, association_id) REFERENCES documents (id, association_id)
    );
  `);
  for (const table of APPEND_ONLY) {
    await db.raw(`CREATE TRIGGER ${table}_append_only BEFORE UPDATE OR DELETE ON ${table}
      FOR EACH ROW EXECUTE FUNCTION refuse_change()`);
  }
}

const APPEND_ONLY = [
  'obligation_steps',
  'obligation_documents',
  'obligation_reminders',
  'finance_steps',
  'finance_documents',
];

export async function down(db: Knex): Promise<void> {
  await db.raw(`
    DROP TABLE finance_documents, finance_steps, finance_lines, finance_years, pledge_overrides,
      obligation_reminders, obligation_documents, obligation_steps, obligations, obligation_types;
    DROP FUNCTION finance_sums_hold;
  `);
}
