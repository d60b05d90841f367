import type { Db } from '@qafila/db';
import { createTestDatabase, type TestDatabase } from '@qafila/db/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { examine, type Fault } from './doctor.ts';
import { audit } from './platform/audit.repository.ts';
import { addConvoy, allotGoods, deliverGoods, loadGoods, receiveGoods } from './testing/cargo.ts';
import { createWorld } from './testing/world.ts';

let database: TestDatabase;
/** Faults that the test's own server has: it may run without fsync. */
let usual: Fault[];

beforeAll(async () => {
  database = await createTestDatabase();
  const world = await createWorld(database.db);
  const associationId = await world.association();
  const campaignId = await world.campaign({ participants: [associationId] });
  const siteId = await world.site();
  const itemId = await world.item();
  const pledgeId = await world.pledge({ campaignId, associationId, itemId, siteId, quantity: 50 });
  const { lotId, accountId } = await receiveGoods(world, { pledgeId, siteId, quantity: 30 });
  const convoy = await addConvoy(world, {
    campaignId,
    originSiteId: siteId,
    stopSiteIds: [await world.site('distribution_point')],
    vehicleIds: [await world.vehicle()],
  });
  const lineId = await allotGoods(world, { convoy, lotId, accountId, quantity: 20 });
  await loadGoods(world, lineId, 15);
  await deliverGoods(world, lineId, { good: 10, damaged: 1 });
  for (const action of ['pledge.offered', 'pledge.accepted', 'receipt.recorded']) {
    await audit(world.ctx, { action, subjectType: 'pledge', subjectId: pledgeId });
  }
  await database.db.raw(
    `SELECT ensure_position_partitions(current_date, (current_date + interval '2 months')::date)`,
  );
  usual = await examine(database.db, new Date());
});
afterAll(() => database.drop());

/** What the doctor finds after `damage`, done past every trigger and undone again. */
async function findingsAfter(damage: (trx: Db) => PromiseLike<unknown>, now = new Date()): Promise<string[]> {
  const trx = await database.db.transaction();
  try {
    await trx.raw('SET LOCAL session_replication_role = replica');
    await damage(trx);
    const faults = await examine(trx, now);
    const known = new Set(usual.map((it) => it.wrong));
    return faults.filter((it) => !known.has(it.wrong)).map((it) => `${it.subject}: ${it.wrong}`);
  } finally {
    await trx.rollback();
  }
}

test('a sound database has no fault but those of the machine it is on', async () => {
  expect(usual.filter((it) => it.subject !== 'durability')).toEqual([]);
});

const DAMAGES: [what: string, sql: string, expected: RegExp][] = [
  [
    'an altered audit row',
    `UPDATE audit_log SET action = 'pledge.declined' WHERE id = 2`,
    /audit: row 2 was altered/,
  ],
  ['a removed audit row', 'DELETE FROM audit_log WHERE id = 2', /audit: row 3 follows a row that is gone/],
  [
    'an audit row altered with its own hash made right again',
    `UPDATE audit_log SET action = 'x.y' WHERE id = 2; UPDATE audit_log a SET hash = audit_hash(a) WHERE id = 2`,
    /audit: row 3 does not follow the row before it/,
  ],
  [
    'a changed balance',
    `UPDATE accounts SET balance = balance + 1 WHERE kind = 'delivered'`,
    /ledger: .*balance/,
  ],
  [
    'a transfer of more than was noted',
    'UPDATE transfers SET quantity = quantity + 1 WHERE ordinal = (SELECT min(ordinal) FROM transfers)',
    /ledger: .*transfers/,
  ],
  ['goods that vanished', `DELETE FROM accounts WHERE kind = 'lost'`, /ledger: .*received is on hand/],
  [
    'an allotment without a line',
    `UPDATE accounts SET allotted = allotted + 1 WHERE kind = 'site'`,
    /ledger: .*allotted/,
  ],
  [
    'a vehicle with weight from nowhere',
    'UPDATE convoy_vehicles SET planned_weight_g = planned_weight_g + 1',
    /ledger: .*planned to carry/,
  ],
  [
    'a pledge that counted more than its receipts',
    'UPDATE pledges SET received_quantity = received_quantity + 1',
    /ledger: .*pledge counted in/,
  ],
  [
    'a receipt that counted another number',
    'UPDATE receipts SET quantity = quantity + 1',
    /ledger: .*receipt counted/,
  ],
  [
    'a correction that moved nothing',
    `INSERT INTO stock_corrections (id, code, account_id, kind, quantity, reason, made_by, made_at)
     SELECT gen_random_uuid(), 'SC-9999', a.id, 'missing', 1, 'lost', u.id, now()
     FROM accounts a, users u WHERE a.kind = 'site' LIMIT 1`,
    /ledger: .*correction says/,
  ],
  [
    'a convoy that ended with goods aboard',
    `UPDATE convoys SET status = 'settled', ended_at = now()`,
    /ledger: .*nothing aboard/,
  ],
  [
    'a switched-off guard',
    'ALTER TABLE transfers DISABLE TRIGGER transfers_append_only',
    /append-only: transfers/,
  ],
  ['a dropped guard', 'DROP TRIGGER audit_log_not_truncated ON audit_log', /append-only: audit_log/],
];

test.each(DAMAGES)('finds %s', async (_what, sql, expected) => {
  const findings = await findingsAfter((trx) => trx.raw(sql));
  expect(findings).toContainEqual(expect.stringMatching(expected));
});

test('finds a month that positions have no place for', async () => {
  const findings = await findingsAfter(async () => undefined, new Date('2031-05-20T00:00:00Z'));
  expect(findings).toEqual(['positions: no partition for 2031-05', 'positions: no partition for 2031-06']);
});

test('finds commits that do not wait for the disk', async () => {
  const findings = await findingsAfter((trx) => trx.raw('SET LOCAL synchronous_commit = off'));
  const already = usual.some((it) => it.wrong.startsWith('synchronous_commit'));
  expect(findings.length).toBe(already ? 0 : 1);
});

test('finds a schema that is behind', async () => {
  let newest = '';
  const findings = await findingsAfter(async (trx) => {
    ({ name: newest } = await trx('knex_migrations').orderBy('id', 'desc').first('name'));
    await trx('knex_migrations').where({ name: newest }).del();
  });
  expect(findings).toEqual([`schema: migrations have not run: ${newest}`]);
});
