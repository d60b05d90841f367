import type { Knex } from 'knex';

/**
 * Citizens referred to associations. Whoever it is stands in referral_people alone, and what people wrote in the notes
 * and descriptions of a referral's own tables: all of it is erased, and what is left names nobody. Columns that hold a
 * citizen's data have no CHECKs: breaking one would write the row to the database server's log.
 */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    CREATE TABLE referrals (
      id                uuid PRIMARY KEY,
      code              text NOT NULL UNIQUE,
      caseworker_id     uuid NOT NULL REFERENCES users,
      kind              text NOT NULL CONSTRAINT referrals_kind_check CHECK (kind IN ('medical', 'in_kind', 'cash')),
      cadence           text NOT NULL CONSTRAINT referrals_cadence_check CHECK (cadence IN ('monthly', 'emergency')),
      priority          smallint NOT NULL CHECK (priority BETWEEN 1 AND 3),
      governorate_code  text NOT NULL REFERENCES governorates,
      household_size    smallint CHECK (household_size > 0),
      basis             text NOT NULL CONSTRAINT referrals_basis_check
                        CHECK (basis IN ('consent', 'legal_obligation', 'vital_interest')),
      consent_form      text CONSTRAINT referrals_consent_form_check CHECK (consent_form IN ('signed', 'spoken')),
      consent_given_at  timestamptz,
      is_repeated       boolean NOT NULL,
      association_id    uuid REFERENCES associations,
      status            text NOT NULL CONSTRAINT referrals_status_check
                        CHECK (status IN ('opened', 'referred', 'declined', 'accepted', 'in_progress', 'closed', 'withdrawn')),
      outcome           text CONSTRAINT referrals_outcome_check
                        CHECK (outcome IN ('helped', 'not_entitled', 'unreachable', 'other')),
      decline_reason    text CONSTRAINT referrals_decline_reason_check
                        CHECK (decline_reason IN ('no_capacity', 'other_aid', 'other_place', 'not_entitled', 'helped_already', 'other')),
      withdrawal_reason text CONSTRAINT referrals_withdrawal_reason_check
                        CHECK (withdrawal_reason IN ('citizen_withdrew', 'consent_withdrawn', 'no_association',
                                                     'entered_in_error', 'other', 'lapsed')),
      opened_at         timestamptz NOT NULL,
      opened_month      date NOT NULL CHECK (extract(day FROM opened_month) = 1),
      referred_at       timestamptz,
      accepted_at       timestamptz,
      last_help_on      date,
      changed_at        timestamptz NOT NULL,
      ended_at          timestamptz,
      erased_at         timestamptz,
      version           integer NOT NULL DEFAULT 1,
      CHECK ((basis = 'consent') = (consent_form IS NOT NULL AND consent_given_at IS NOT NULL)),
      CHECK (status NOT IN ('opened', 'declined') OR association_id IS NULL),
      CHECK (status NOT IN ('referred', 'accepted', 'in_progress', 'closed') OR association_id IS NOT NULL),
      CHECK ((status = 'declined') = (decline_reason IS NOT NULL)),
      CHECK ((status = 'closed') = (outcome IS NOT NULL)),
      CHECK ((status = 'withdrawn') = (withdrawal_reason IS NOT NULL)),
      CHECK ((status IN ('closed', 'withdrawn')) = (ended_at IS NOT NULL)),
      CHECK (erased_at IS NULL OR ended_at IS NOT NULL)
    );
    COMMENT ON COLUMN referrals.opened_month IS 'where the work is done; what the figures are counted by';
    CREATE INDEX referrals_newest ON referrals (opened_at DESC, id DESC);
    CREATE INDEX referrals_by_status ON referrals (status, opened_at DESC, id DESC);
    CREATE INDEX referrals_by_caseworker ON referrals (caseworker_id, opened_at DESC, id DESC);
    CREATE INDEX referrals_by_association ON referrals (association_id, opened_at DESC, id DESC);
    CREATE INDEX referrals_by_governorate ON referrals (governorate_code, opened_at DESC, id DESC);
    CREATE INDEX referrals_by_offer ON referrals (kind, cadence, opened_at DESC, id DESC);
    CREATE INDEX referrals_by_month ON referrals (opened_month)
      INCLUDE (governorate_code, kind, cadence, status, outcome);
    CREATE INDEX referrals_open ON referrals (status, caseworker_id) WHERE ended_at IS NULL;
    CREATE INDEX referrals_open_by_association ON referrals (association_id, status) WHERE ended_at IS NULL;
    CREATE INDEX referrals_accepted ON referrals (association_id, accepted_at) INCLUDE (referred_at)
      WHERE accepted_at IS NOT NULL;
    CREATE INDEX referrals_untouched ON referrals (changed_at) WHERE ended_at IS NULL;
    CREATE INDEX referrals_to_erase ON referrals (ended_at) WHERE ended_at IS NOT NULL AND erased_at IS NULL;
    CREATE INDEX referrals_monthly_aid ON referrals (id)
      WHERE cadence = 'monthly' AND status IN ('accepted', 'in_progress');

    CREATE TABLE referral_people (
      referral_id      uuid PRIMARY KEY REFERENCES referrals,
      full_name        text NOT NULL,
      phone            text NOT NULL,
      request          text NOT NULL,
      basis_note       text NOT NULL,
      national_id_hash bytea,
      national_id_tail text
    );
    COMMENT ON COLUMN referral_people.national_id_hash IS 'keyed; the number itself is never stored';
    CREATE INDEX referral_people_by_national_id ON referral_people (national_id_hash)
      WHERE national_id_hash IS NOT NULL;

    CREATE TABLE referral_steps (
      id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      referral_id    uuid NOT NULL REFERENCES referrals,
      at             timestamptz NOT NULL,
      -- absent for what the server does by itself
      actor_id       uuid REFERENCES users,
      kind           text NOT NULL CONSTRAINT referral_steps_kind_check
                     CHECK (kind IN ('register', 'refer', 'recall', 'withdraw', 'accept', 'decline', 'help', 'close',
                                     'reassign', 'correct', 'erase')),
      from_status    text,
      to_status      text NOT NULL,
      association_id uuid REFERENCES associations,
      reason         text,
      note           text NOT NULL DEFAULT ''
    );
    CREATE INDEX referral_steps_by_referral ON referral_steps (referral_id, id);
    CREATE INDEX referral_steps_declines ON referral_steps (association_id, referral_id) WHERE kind = 'decline';
    -- History stays as it was; only what was written in it can be forgotten.
    CREATE FUNCTION only_forget_note() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      OLD.note := '';
      IF NEW IS NOT DISTINCT FROM OLD THEN RETURN NEW; END IF;
      RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
    END $$;
    CREATE TRIGGER referral_steps_only_forget BEFORE UPDATE ON referral_steps
      FOR EACH ROW EXECUTE FUNCTION only_forget_note();
    CREATE TRIGGER referral_steps_stay BEFORE DELETE ON referral_steps
      FOR EACH ROW EXECUTE FUNCTION refuse_change();

    CREATE TABLE referral_help (
      id             uuid PRIMARY KEY,
      referral_id    uuid NOT NULL REFERENCES referrals,
      association_id uuid NOT NULL REFERENCES associations,
      -- of its referral, where they never change: figures are counted without it
      kind           text NOT NULL CONSTRAINT referral_help_kind_check CHECK (kind IN ('medical', 'in_kind', 'cash')),
      cadence        text NOT NULL CONSTRAINT referral_help_cadence_check CHECK (cadence IN ('monthly', 'emergency')),
      given_on       date NOT NULL,
      for_month      date CHECK (extract(day FROM for_month) = 1),
      amount_syp     bigint CHECK (amount_syp > 0),
      note           text NOT NULL,
      recorded_at    timestamptz NOT NULL,
      recorded_by    uuid NOT NULL REFERENCES users
    );
    CREATE INDEX referral_help_by_referral ON referral_help (referral_id, given_on);
    CREATE INDEX referral_help_by_day ON referral_help (given_on) INCLUDE (kind, cadence, amount_syp);
    CREATE INDEX referral_help_by_association ON referral_help (association_id, given_on);
    CREATE TABLE referral_help_lines (
      help_id     uuid NOT NULL REFERENCES referral_help,
      ordinal     smallint NOT NULL,
      item_id     uuid REFERENCES items,
      description text NOT NULL,
      quantity    integer NOT NULL CHECK (quantity > 0),
      PRIMARY KEY (help_id, ordinal)
    );

    -- Monthly aid: what is owed for a month, once for each.
    CREATE TABLE referral_dues (
      referral_id    uuid NOT NULL REFERENCES referrals,
      month          date NOT NULL CHECK (extract(day FROM month) = 1),
      association_id uuid NOT NULL REFERENCES associations,
      status         text NOT NULL CONSTRAINT referral_dues_status_check CHECK (status IN ('due', 'given', 'missed')),
      settled_by     uuid REFERENCES referral_help,
      PRIMARY KEY (referral_id, month),
      CHECK ((status = 'given') = (settled_by IS NOT NULL))
    );
    CREATE INDEX referral_dues_by_association ON referral_dues (association_id, month DESC, referral_id DESC);
    CREATE INDEX referral_dues_by_month ON referral_dues (month DESC, referral_id DESC) INCLUDE (status);
    CREATE INDEX referral_dues_by_status ON referral_dues (status, month DESC, referral_id DESC);

    -- How often a caseworker asked within the hour whether somebody is known.
    CREATE TABLE referral_checks (
      user_id uuid PRIMARY KEY REFERENCES users ON DELETE CASCADE,
      hour    timestamptz NOT NULL,
      count   integer NOT NULL
    );
  `);
}

export async function down(db: Knex): Promise<void> {
  await db.raw(`
    DROP TABLE referral_checks, referral_dues, referral_help_lines, referral_help, referral_steps, referral_people,
               referrals;
    DROP FUNCTION only_forget_note();
  `);
}
