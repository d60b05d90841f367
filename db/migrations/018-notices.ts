import type { Knex } from 'knex';

/**
 * Notices between the directorate and associations. Whom one reaches is settled when it is sent: a thread each. What is
 * sent is never altered.
 */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    CREATE TABLE notices (
      id                       uuid PRIMARY KEY,
      origin                   text NOT NULL CONSTRAINT notices_origin_check
                               CHECK (origin IN ('directorate', 'association', 'system')),
      sender_association_id    uuid REFERENCES associations,
      sent_by                  uuid REFERENCES users,
      priority                 text NOT NULL CONSTRAINT notices_priority_check CHECK (priority IN ('urgent', 'normal')),
      system_kind              text CONSTRAINT notices_system_kind_check
                               CHECK (system_kind IN ('standing_decided', 'obligation_reminder', 'obligation_overdue',
                                                      'obligation_returned', 'obligation_accepted', 'visit_planned',
                                                      'finding_due', 'finding_overdue', 'referral_received',
                                                      'referral_due', 'project_decided')),
      system_values            jsonb,
      -- what makes the server say a thing once
      system_key               text UNIQUE,
      title_ar                 text NOT NULL,
      title_en                 text NOT NULL,
      body_ar                  text NOT NULL,
      body_en                  text NOT NULL,
      audience                 jsonb NOT NULL,
      -- how many threads it was sent with
      reached                  integer NOT NULL CHECK (reached > 0),
      valid_until              timestamptz,
      corrects                 uuid REFERENCES notices,
      sent_at                  timestamptz NOT NULL,
      last_at                  timestamptz NOT NULL,
      -- the last word of an association in any of its threads
      last_from_association_at timestamptz,
      withdrawn_at             timestamptz,
      withdrawn_by             uuid REFERENCES users,
      withdrawn_reason         text,
      CHECK ((origin = 'association') = (sender_association_id IS NOT NULL)),
      CHECK ((origin = 'system') = (sent_by IS NULL)),
      CHECK ((origin = 'system') = (system_kind IS NOT NULL AND system_values IS NOT NULL AND system_key IS NOT NULL)),
      CHECK ((origin = 'system') = (title_ar = '')),
      CHECK ((withdrawn_at IS NULL) = (withdrawn_reason IS NULL) AND (withdrawn_at IS NULL) = (withdrawn_by IS NULL))
    );
    CREATE INDEX notices_by_last ON notices (origin, last_at DESC, id DESC);
    CREATE INDEX notices_all_by_last ON notices (last_at DESC, id DESC);
    CREATE INDEX notices_from_associations ON notices (last_from_association_at DESC)
      WHERE last_from_association_at IS NOT NULL;
    CREATE INDEX notices_urgent ON notices (sent_at) WHERE priority = 'urgent' AND withdrawn_at IS NULL;
    CREATE UNIQUE INDEX notices_corrected_once ON notices (corrects) WHERE corrects IS NOT NULL;
    CREATE TRIGGER notices_fixed BEFORE UPDATE OF origin, sender_association_id, sent_by, priority, system_kind,
      system_values, title_ar, title_en, body_ar, body_en, audience, reached, valid_until, corrects, sent_at
      ON notices FOR EACH ROW EXECUTE FUNCTION refuse_change();

    -- A notice between the directorate and one association.
    CREATE TABLE notice_threads (
      notice_id                uuid NOT NULL REFERENCES notices,
      association_id           uuid NOT NULL REFERENCES associations,
      last_at                  timestamptz NOT NULL,
      last_from_directorate_at timestamptz,
      -- on the side that it was sent to
      first_opened_at          timestamptz,
      first_opened_by          uuid REFERENCES users,
      acknowledged_at          timestamptz,
      acknowledged_by          uuid REFERENCES users,
      escalated_at             timestamptz,
      alarm_closed_at          timestamptz,
      alarm_closed_by          uuid REFERENCES users,
      alarm_closed_reason      text,
      PRIMARY KEY (notice_id, association_id),
      CHECK ((acknowledged_at IS NULL) = (acknowledged_by IS NULL)),
      CHECK (alarm_closed_at IS NULL OR escalated_at IS NOT NULL),
      CHECK ((alarm_closed_at IS NULL) = (alarm_closed_reason IS NULL)
             AND (alarm_closed_at IS NULL) = (alarm_closed_by IS NULL))
    );
    CREATE INDEX notice_threads_of_association ON notice_threads (association_id, last_at DESC, notice_id DESC);
    CREATE INDEX notice_threads_unacknowledged ON notice_threads (notice_id) WHERE acknowledged_at IS NULL;
    CREATE INDEX notice_threads_alarms ON notice_threads (escalated_at, notice_id, association_id)
      WHERE escalated_at IS NOT NULL AND acknowledged_at IS NULL AND alarm_closed_at IS NULL;
    CREATE INDEX notice_threads_alarms_of_notice ON notice_threads (notice_id)
      WHERE escalated_at IS NOT NULL AND acknowledged_at IS NULL AND alarm_closed_at IS NULL;

    CREATE TABLE notice_replies (
      id             uuid PRIMARY KEY,
      notice_id      uuid NOT NULL,
      association_id uuid NOT NULL,
      side           text NOT NULL CONSTRAINT notice_replies_side_check CHECK (side IN ('directorate', 'association')),
      author_id      uuid NOT NULL REFERENCES users,
      at             timestamptz NOT NULL,
      body           text NOT NULL CHECK (body <> ''),
      FOREIGN KEY (notice_id, association_id) REFERENCES notice_threads
    );
    CREATE INDEX notice_replies_by_thread ON notice_replies (notice_id, association_id, at);
    CREATE TRIGGER notice_replies_append_only BEFORE UPDATE OR DELETE ON notice_replies
      FOR EACH ROW EXECUTE FUNCTION refuse_change();

    -- When each person last had it before them.
    CREATE TABLE notice_readings (
      notice_id uuid NOT NULL REFERENCES notices,
      user_id   uuid NOT NULL REFERENCES users ON DELETE CASCADE,
      last_at   timestamptz NOT NULL,
      PRIMARY KEY (notice_id, user_id)
    );

    -- Written with the notice, sent afterwards. The address and the language are the account's when it is sent.
    CREATE TABLE mail_outbox (
      id             uuid PRIMARY KEY,
      notice_id      uuid NOT NULL,
      association_id uuid NOT NULL,
      user_id        uuid NOT NULL REFERENCES users ON DELETE CASCADE,
      status         text NOT NULL DEFAULT 'queued' CONSTRAINT mail_outbox_status_check
                     CHECK (status IN ('queued', 'sent', 'failed')),
      tries          integer NOT NULL DEFAULT 0,
      next_try_at    timestamptz NOT NULL,
      ended_at       timestamptz,
      failure        text CONSTRAINT mail_outbox_failure_check
                     CHECK (failure IN ('unreachable', 'insecure', 'not_authorized', 'refused', 'failed')),
      FOREIGN KEY (notice_id, association_id) REFERENCES notice_threads,
      UNIQUE (notice_id, user_id),
      CHECK ((status = 'queued') = (ended_at IS NULL)),
      CHECK (status <> 'failed' OR failure IS NOT NULL)
    );
    CREATE INDEX mail_outbox_queued ON mail_outbox (next_try_at) WHERE status = 'queued';
    CREATE INDEX mail_outbox_by_thread ON mail_outbox (notice_id, association_id);
  `);
}

export async function down(db: Knex): Promise<void> {
  await db.raw('DROP TABLE mail_outbox, notice_readings, notice_replies, notice_threads, notices;');
}
