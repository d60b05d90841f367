import { randomUUID } from 'node:crypto';
import { inTransaction } from '@qafila/db';
import { createTestDatabase, type TestDatabase } from '@qafila/db/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asRefusal } from '../../platform/database-errors.ts';
import { receiveGoods } from '../../testing/cargo.ts';
import { createWorld, type World } from '../../testing/world.ts';
import { derivedId, ledgerFaults, postTransfers, type Transfer } from './index.ts';

let database: TestDatabase;
let world: World;
beforeAll(async () => {
  database = await createTestDatabase();
  world = await createWorld(database.db);
});
afterAll(() => database.drop());

/** A lot with `quantity` units at one site, and another site to send them to. */
async function lotAtSite(quantity: number) {
  const associationId = await world.association();
  const campaignId = await world.campaign({ participants: [associationId] });
  const itemId = await world.item();
  const siteId = await world.site();
  const otherSiteId = await world.site('collection_point');
  const pledgeId = await world.pledge({ campaignId, associationId, itemId, siteId, quantity });
  const { lotId } = await receiveGoods(world, { pledgeId, siteId, quantity });
  const moving = (given: Partial<Transfer> = {}): Transfer => ({
    id: randomUUID(),
    lotId,
    from: { kind: 'site', siteId },
    to: { kind: 'site', siteId: otherSiteId },
    quantity: 1,
    documentType: 'unload',
    documentId: lotId,
    occurredAt: new Date(),
    ...given,
  });
  const balance = async (at: string): Promise<number> =>
    (await world.db('accounts').where({ lot_id: lotId, site_id: at }).first('balance'))?.balance ?? 0;
  return { lotId, siteId, otherSiteId, moving, balance };
}

async function post(...transfers: Transfer[]): Promise<number> {
  try {
    const done = await inTransaction(world.db, (db) => postTransfers({ ...world.ctx, db }, transfers));
    return done.posted;
  } catch (error) {
    throw asRefusal(error);
  }
}

describe('moving goods', () => {
  test('takes from one holder what it gives to the other', async () => {
    const { siteId, otherSiteId, moving, balance } = await lotAtSite(10);
    expect(await post(moving({ quantity: 3 }), moving({ quantity: 2 }))).toBe(2);
    expect([await balance(siteId), await balance(otherSiteId)]).toEqual([5, 5]);
  });

  test('an id moves goods once, however often it is sent', async () => {
    const { otherSiteId, moving, balance } = await lotAtSite(10);
    const transfer = moving({ quantity: 4 });
    expect(await post(transfer, transfer)).toBe(1);
    expect(await post({ ...transfer, occurredAt: new Date(0) })).toBe(0);
    expect(await balance(otherSiteId)).toBe(4);
  });

  test('an id used for other goods is refused and moves nothing', async () => {
    const { otherSiteId, moving, balance } = await lotAtSite(10);
    const transfer = moving({ quantity: 4 });
    await post(transfer);
    const other = { ...transfer, quantity: 5 };
    await expect(post(moving(), other)).rejects.toMatchObject({ code: 'transfer_reused' });
    expect(await balance(otherSiteId)).toBe(4);
  });

  test('nobody gives more than they hold', async () => {
    const { siteId, moving, balance } = await lotAtSite(10);
    await expect(post(moving({ quantity: 11 }))).rejects.toMatchObject({ code: 'above_stock' });
    expect(await balance(siteId)).toBe(10);
  });

  test('what is written is never changed or taken away', async () => {
    const { moving } = await lotAtSite(1);
    const transfer = moving();
    await post(transfer);
    const written = world.db('transfers').where({ id: transfer.id });
    await expect(written.clone().update({ quantity: 2 })).rejects.toThrow('append-only');
    await expect(written.clone().del()).rejects.toThrow('append-only');
    await expect(world.db.raw('TRUNCATE transfers CASCADE')).rejects.toThrow('append-only');
  });
});

describe('many at once', () => {
  test('twenty transfers of the last ten units move exactly ten', async () => {
    const { siteId, otherSiteId, moving, balance } = await lotAtSite(10);
    const results = await Promise.allSettled(Array.from({ length: 20 }, () => post(moving())));
    expect(results.filter((it) => it.status === 'fulfilled')).toHaveLength(10);
    expect([await balance(siteId), await balance(otherSiteId)]).toEqual([0, 10]);
    expect(await ledgerFaults(world.db)).toEqual([]);
  });

  test('twenty repeats of one transfer move it once', async () => {
    const { otherSiteId, moving, balance } = await lotAtSite(10);
    const transfer = moving({ quantity: 3 });
    const results = await Promise.all(Array.from({ length: 20 }, () => post(transfer)));
    expect(results.reduce((sum, posted) => sum + posted)).toBe(1);
    expect(await balance(otherSiteId)).toBe(3);
  });
});

describe('derivedId', () => {
  test('is the same uuid for the same movement and key, whatever the case of the movement', () => {
    const movement = randomUUID();
    expect(derivedId(movement.toUpperCase(), 'a')).toBe(derivedId(movement, 'a'));
    expect(derivedId(movement, 'a')).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
  });

  test('differs by movement and by key', () => {
    const movement = randomUUID();
    const ids = [derivedId(movement, 'a'), derivedId(movement, 'b'), derivedId(randomUUID(), 'a')];
    expect(new Set(ids).size).toBe(3);
  });
});
