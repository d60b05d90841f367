import * as contract from '@qafila/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addConvoy, allotGoods, deliverGoods, loadGoods, receiveGoods } from '../../testing/cargo.ts';
import type { Client } from '../../testing/client.ts';
import { startTestServer, type TestServer } from '../../testing/server.ts';
import { createWorld, type World } from '../../testing/world.ts';

let server: TestServer;
let world: World;
let official: Client;
beforeAll(async () => {
  server = await startTestServer();
  world = await createWorld(server.db);
  official = await server.as('official');
});
afterAll(() => server.close());

const fires = {
  nameAr: 'حملة استجابة حرائق الغابات',
  nameEn: 'Forest-Fire Response Campaign',
  purpose: 'إغاثة المتضررين',
  startsOn: '2020-10-09',
  endsOn: '2020-11-15',
  governorateCodes: ['SY06', 'SY10', 'SY04'],
};

async function draft(): Promise<contract.Campaign> {
  return (await official.call(contract.createCampaign, { body: fires })).body;
}

async function move(campaignId: string, command: string, reason = '') {
  return await official.call(contract.moveCampaign, { params: { campaignId }, body: { command, reason } });
}

describe('a campaign', () => {
  test('is opened as a draft, with a code of its year', async () => {
    server.clock.set(new Date('2020-10-09T08:00:00Z'));
    const first = await draft();
    const second = await draft();
    server.clock.set(new Date());
    expect(first).toMatchObject({ ...fires, governorateCodes: ['SY04', 'SY06', 'SY10'], status: 'draft' });
    expect([first.code, second.code]).toEqual(['CAM-2020-01', 'CAM-2020-02']);
  });

  test('goes draft, active, closed, active again, closed, archived, and nowhere else', async () => {
    const { id } = await draft();
    expect((await move(id, 'close')).problem.code).toBe('transition_not_allowed');
    const statuses = [];
    for (const command of ['activate', 'close', 'reopen', 'close', 'archive']) {
      statuses.push((await move(id, command)).body.status);
    }
    expect(statuses).toEqual(['active', 'closed', 'active', 'closed', 'archived']);
    expect((await move(id, 'reopen')).status).toBe(409);
  });

  test('activated by twenty people at once is activated once', async () => {
    const { id } = await draft();
    const answers = await Promise.all(Array.from({ length: 20 }, () => move(id, 'activate')));
    expect(answers.filter((it) => it.status === 200)).toHaveLength(1);
    const log = await server.db('audit_log').where({ subject_id: id, action: 'campaign.activated' });
    expect(log).toHaveLength(1);
  });

  test('cannot end before it starts, whichever end is moved', async () => {
    const wrong = await official.call(contract.createCampaign, { body: { ...fires, endsOn: '2020-10-01' } });
    expect(wrong.problem.errors).toMatchObject([{ path: 'endsOn', code: 'end_before_start' }]);
    const { id } = await draft();
    const moved = await official.call(contract.updateCampaign, {
      params: { campaignId: id },
      ifMatch: 1,
      body: { startsOn: '2020-12-01' },
    });
    expect(moved.problem.errors).toMatchObject([{ path: 'endsOn', code: 'end_before_start' }]);
  });

  test('changes its area as a whole, by version', async () => {
    const { id } = await draft();
    const edit = { params: { campaignId: id }, body: { governorateCodes: ['SY07'] } };
    const changed = await official.call(contract.updateCampaign, { ...edit, ifMatch: 1 });
    expect(changed.body).toMatchObject({ governorateCodes: ['SY07'], nameEn: fires.nameEn, version: 2 });
    expect((await official.call(contract.updateCampaign, { ...edit, ifMatch: 1 })).status).toBe(412);
  });

  test.each([
    ['startsOn', '2020-02-30', 'invalid_format'],
    ['startsOn', '10000-01-01', 'invalid_format'],
    ['startsOn', '1442-02-01', 'implausible_year'],
    ['governorateCodes', [], 'required'],
  ])('with %s %j is refused', async (field, value, code) => {
    const { status, problem } = await official.call(contract.createCampaign, {
      body: { ...fires, [field]: value },
    });
    expect(status).toBe(400);
    expect(problem.errors).toContainEqual(expect.objectContaining({ path: field, code }));
  });
});

describe('the archive', () => {
  test('takes no campaign while its goods or its convoys still have somewhere to go', async () => {
    const associationId = await world.association();
    const campaignId = await world.campaign({ participants: [associationId], status: 'closed' });
    const [siteId, stopId] = [await world.site(), await world.site('distribution_point')];
    const given = { campaignId, associationId, siteId, itemId: await world.item(), quantity: 5 };
    const { lotId, accountId } = await receiveGoods(world, { ...given, pledgeId: await world.pledge(given) });
    const unfinished = async () => (await move(campaignId, 'archive')).problem;
    expect(await unfinished()).toMatchObject({
      code: 'transition_not_allowed',
      values: { onHand: 5, convoys: 0 },
    });
    const convoy = await addConvoy(world, {
      campaignId,
      originSiteId: siteId,
      stopSiteIds: [stopId],
      vehicleIds: [await world.vehicle()],
    });
    const line = await allotGoods(world, { convoy, lotId, accountId, quantity: 5 });
    await loadGoods(world, line, 5);
    await deliverGoods(world, line, { good: 5 });
    expect(await unfinished()).toMatchObject({ values: { onHand: 0, convoys: 1 } });
    const status = (await official.call(contract.readCampaign, { params: { campaignId } })).body.status;
    expect(status).toBe('closed');
    await server.db('convoys').where({ id: convoy.id }).update({ status: 'settled', ended_at: new Date() });
    expect((await move(campaignId, 'archive')).body.status).toBe('archived');
  });
});

describe('who sees a campaign', () => {
  test('an association those it takes part in, once they are no draft', async () => {
    const associationId = await world.association();
    const member = await server.as('association', { associationId });
    const active = await world.campaign({ participants: [associationId] });
    const hidden = await world.campaign({ participants: [associationId], status: 'draft' });
    const foreign = await world.campaign();
    const list = await member.call(contract.listCampaigns);
    expect(list.body.map((it) => it.id)).toEqual([active]);
    for (const campaignId of [hidden, foreign]) {
      const params = { campaignId };
      const answers = [
        await member.call(contract.readCampaign, { params }),
        await member.call(contract.readCampaignSummary, { params }),
        await member.call(contract.listNeeds, { params }),
        await member.call(contract.listPledges, { params }),
        await member.call(contract.listStock, { params }),
      ];
      expect(answers.map((it) => it.status)).toEqual([404, 404, 404, 404, 404]);
    }
  });

  test('participants and activity are for staff', async () => {
    const associationId = await world.association();
    const member = await server.as('association', { associationId });
    const campaignId = await world.campaign({ participants: [associationId] });
    const params = { campaignId };
    expect((await member.call(contract.listParticipants, { params })).status).toBe(403);
    expect((await member.call(contract.listActivity, { params })).status).toBe(403);
  });
});

describe('participants', () => {
  test('a declared association joins once, and what it gave is told by weight', async () => {
    const associationId = await world.association();
    const campaignId = await world.campaign();
    const join = () =>
      official.call(contract.addParticipant, { params: { campaignId }, body: { associationId } });
    expect((await join()).status).toBe(201);
    expect((await join()).problem.code).toBe('conflict');
    const itemId = await world.item({ unitWeightG: 1_500 });
    const siteId = await world.site();
    await world.pledge({ campaignId, associationId, itemId, siteId, quantity: 10 });
    const { body } = await official.call(contract.listParticipants, { params: { campaignId } });
    expect(body).toMatchObject([
      { association: { id: associationId }, pledgedKg: 15, receivedKg: 0, deliveredKg: 0, pledgeCount: 1 },
    ]);
  });

  test('what was cancelled is no longer promised', async () => {
    const associationId = await world.association();
    const campaignId = await world.campaign({ participants: [associationId] });
    const itemId = await world.item({ unitWeightG: 1_000 });
    const siteId = await world.site();
    const pledgeId = await world.pledge({ campaignId, associationId, itemId, siteId, quantity: 10 });
    await receiveGoods(world, { pledgeId, siteId, quantity: 4 });
    const coordinator = await server.as('coordinator');
    await coordinator.call(contract.cancelPledge, { params: { pledgeId }, body: {} });
    const { body } = await official.call(contract.listParticipants, { params: { campaignId } });
    expect(body).toMatchObject([{ pledgedKg: 4, receivedKg: 4 }]);
  });

  test('one that is suspended or unknown cannot join, and nobody joins a closed campaign', async () => {
    const associationId = await world.association();
    await server.db('associations').where({ id: associationId }).update({ status: 'suspended' });
    const open = await world.campaign();
    const closed = await world.campaign({ status: 'closed' });
    const join = (campaignId: string, who: string) =>
      official.call(contract.addParticipant, { params: { campaignId }, body: { associationId: who } });
    expect((await join(open, associationId)).problem.errors).toMatchObject([{ code: 'wrong_kind' }]);
    expect((await join(open, open)).problem.errors).toMatchObject([{ code: 'no_such_reference' }]);
    expect((await join(closed, await world.association())).problem.code).toBe('campaign_not_active');
  });
});

describe('activity', () => {
  test('tells who did what, from where to where and why, newest first, page by page', async () => {
    const { id, code } = await draft();
    await move(id, 'activate');
    await move(id, 'close', 'انتهت الحملة');
    const page = (cursor?: string) =>
      official.call(contract.listActivity, {
        params: { campaignId: id },
        query: { limit: 2, ...(cursor !== undefined && { cursor }) },
      });
    const first = await page();
    expect(first.body.items).toMatchObject([
      {
        action: 'campaign.closed',
        actorName: 'The official',
        subjectCode: code,
        fromState: 'active',
        toState: 'closed',
        reason: 'انتهت الحملة',
      },
      { action: 'campaign.activated', fromState: 'draft', toState: 'active', reason: null },
    ]);
    const second = await page(first.body.nextCursor ?? '');
    expect(second.body.items.map((it) => it.action)).toEqual(['campaign.created']);
    expect(second.body.nextCursor).toBeNull();
    expect((await page('1; DROP')).problem.errors).toMatchObject([
      { path: 'cursor', code: 'invalid_format' },
    ]);
  });
});
