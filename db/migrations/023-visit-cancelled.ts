import type { Knex } from 'knex';

const BEFORE = `'standing_decided', 'obligation_reminder', 'obligation_overdue', 'obligation_returned',
  'obligation_accepted', 'visit_planned', 'finding_due', 'finding_overdue', 'referral_received', 'referral_due',
  'project_decided'`;

/** An association that was told of a visit is told that it is cancelled, too. */
export async function up(db: Knex): Promise<void> {
  await db.raw(allowing(`${BEFORE}, 'visit_cancelled'`));
}

/** What was said of cancelled visits goes: the schema before knows no word for it. */
export async function down(db: Knex): Promise<void> {
  const its = `notice_id IN (SELECT id FROM notices WHERE system_kind = 'visit_cancelled')`;
  await db.raw(`
    DELETE FROM mail_outbox WHERE ${its};
    DELETE FROM notice_readings WHERE ${its};
    DELETE FROM notice_threads WHERE ${its};
    DELETE FROM notices WHERE system_kind = 'visit_cancelled';
    ${allowing(BEFORE)}
  `);
}

function allowing(kinds: string): string {
  return `
    ALTER TABLE notices DROP CONSTRAINT notices_system_kind_check;
    ALTER TABLE notices ADD CONSTRAINT notices_system_kind_check CHECK (system_kind IN (${kinds}));`;
}
