import type { Knex } from 'knex';

/** A reminder is of the day it was due on then: with another day all of them come again. */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    ALTER TABLE obligation_reminders DISABLE TRIGGER obligation_reminders_append_only;
    ALTER TABLE obligation_reminders ADD due_on date;
    UPDATE obligation_reminders r SET due_on = o.due_on FROM obligations o WHERE o.id = r.obligation_id;
    ALTER TABLE obligation_reminders ALTER due_on SET NOT NULL;
    ALTER TABLE obligation_reminders DROP CONSTRAINT obligation_reminders_pkey;
    ALTER TABLE obligation_reminders ADD PRIMARY KEY (obligation_id, due_on, offset_days);
    ALTER TABLE obligation_reminders ENABLE TRIGGER obligation_reminders_append_only;
  `);
}

/** Of those that were sent for several days, the schema before knows the last. */
export async function down(db: Knex): Promise<void> {
  await db.raw(`
    ALTER TABLE obligation_reminders DISABLE TRIGGER obligation_reminders_append_only;
    DELETE FROM obligation_reminders r USING obligation_reminders later
      WHERE later.obligation_id = r.obligation_id AND later.offset_days = r.offset_days
        AND (later.sent_at, later.due_on) > (r.sent_at, r.due_on);
    ALTER TABLE obligation_reminders DROP CONSTRAINT obligation_reminders_pkey;
    ALTER TABLE obligation_reminders DROP due_on;
    ALTER TABLE obligation_reminders ADD PRIMARY KEY (obligation_id, offset_days);
    ALTER TABLE obligation_reminders ENABLE TRIGGER obligation_reminders_append_only;
  `);
}
