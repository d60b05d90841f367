import { type Db, pendingMigrations } from '@qafila/db';
import { brokenAuditRows, missingPartitions, unguardedTables, unsafeSettings } from './doctor.repository.ts';
import { ledgerFaults } from './features/custody/index.ts';

/** Something that must hold and does not: where to look, and what is wrong there. */
export type Fault = { readonly subject: string; readonly wrong: string };

const SHOWN_IDS = 10;

/** Examines the audit chain, the books and the database under them; nothing is changed. */
export async function examine(db: Db, now: Date): Promise<Fault[]> {
  const pending = await pendingMigrations(db);
  if (pending.length > 0)
    return [{ subject: 'schema', wrong: `migrations have not run: ${pending.join(', ')}` }];
  return [...(await auditFaults(db)), ...(await bookFaults(db)), ...(await storageFaults(db, now))];
}

async function auditFaults(db: Db): Promise<Fault[]> {
  const rows = await brokenAuditRows(db);
  const tables = await unguardedTables(db);
  return [
    ...rows.map(({ id, fault }) => ({ subject: 'audit', wrong: `row ${id} ${fault}` })),
    ...tables.map((name) => ({
      subject: 'append-only',
      wrong: `${name} can be changed: its triggers are off`,
    })),
  ];
}

async function bookFaults(db: Db): Promise<Fault[]> {
  const faults = await ledgerFaults(db);
  return faults.map(({ rule, ids }) => ({ subject: 'ledger', wrong: `not so: ${rule} (${listed(ids)})` }));
}

function listed(ids: readonly (string | number)[]): string {
  const shown = ids.slice(0, SHOWN_IDS).join(', ');
  return ids.length > SHOWN_IDS ? `${shown} and ${ids.length - SHOWN_IDS} more` : shown;
}

async function storageFaults(db: Db, now: Date): Promise<Fault[]> {
  const nextMonth = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1, 1));
  const months = await missingPartitions(db, now, nextMonth);
  const settings = await unsafeSettings(db);
  return [
    ...months.map((month) => ({ subject: 'positions', wrong: `no partition for ${month}` })),
    ...settings.map((it) => ({ subject: 'durability', wrong: `${it}: an acknowledged write could be lost` })),
  ];
}
