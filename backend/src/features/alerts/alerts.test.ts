import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import {
  type Alert,
  DEFAULT_ALERT_RULES,
  listActivity,
  listAlerts,
  moveAlert,
  moveStop,
  readAlertRules,
  updateAlertRules,
} from '@qafila/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Client } from '../../testing/client.ts';
import { departed, endStory, ok, type Story, startStory, stockUp } from '../../testing/convoy-story.ts';
import { addTracker, type TestTracker } from '../../testing/trackers.ts';

const ID = '00000000-0000-4000-8000-000000000000';
/** Where the story's convoys are bound for first. */
const HAFFEH = { lat: 35.6, lng: 36.04 };

const MIN_MS = 60_000;

let story: Story;
let official: Client;
let member: Client;
let outsider: Client;
beforeAll(async () => {
  story = await startStory();
  official = await story.as('official', { name: 'Rana' });
  member = await story.as('association', { associationId: story.associations[0] });
  outsider = await story.as('association', { associationId: story.associations[1] });
});
afterAll(() => endStory(story));

type Going = { convoyId: string; stopId: string; tracker: TestTracker };

/** A convoy on the road with goods of the first association, and its vehicle's tracker. */
async function going(): Promise<Going> {
  const { accountId } = await stockUp(story, 10);
  const { convoy } = await departed(story, [{ accountId, quantity: 10 }]);
  const vehicleId = convoy.vehicles[0]?.vehicleId ?? '';
  const tracker = await addTracker(story.world, vehicleId);
  story.server.announcer.announce({ kind: 'trackersChanged' });
  const greet = async () => (await story.visitor().raw(`/?id=${tracker.deviceId}`)).status;
  await expect.poll(greet).toBe(200);
  story.clock.advance(MIN_MS);
  return { convoyId: convoy.id, stopId: convoy.stops[0]?.id ?? '', tracker };
}

async function report({ tracker }: Going, secondsAgo: number, more = ''): Promise<void> {
  const timestamp = Math.round((story.clock.now().getTime() - secondsAgo * 1000) / 1000);
  const query = `id=${tracker.deviceId}&lat=${HAFFEH.lat}&lon=${HAFFEH.lng}&timestamp=${timestamp}${more}`;
  const answer = await story.visitor().raw(`/?${query}`);
  expect(answer.status).toBe(200);
}

async function alertsOf(
  client: Client,
  { convoyId }: Pick<Going, 'convoyId'>,
  state: 'open' | 'all' = 'open',
) {
  const answer = await client.call(listAlerts, {
    params: { campaignId: story.campaignId },
    query: { convoyId, state },
  });
  return ok(answer).items;
}

/** The first alert of its kind, once it is there and as it is said to be. */
async function untilAlert(
  going_: Going,
  kind: Alert['kind'],
  status: Alert['status'] = 'raised',
): Promise<Alert> {
  const look = async () =>
    (await alertsOf(official, going_, 'all')).find((it) => it.kind === kind && it.status === status);
  await expect.poll(look).toBeDefined();
  const found = await look();
  if (!found) throw new Error(kind);
  return found;
}

describe('a call for help', () => {
  test('is raised at once, acknowledged by a named person with a note, and over when a person says so', async () => {
    const convoy = await going();
    await report(convoy, 5, '&alarm=sos');
    const raised = await untilAlert(convoy, 'sos');
    expect(raised).toMatchObject({
      acknowledged: null,
      endedAt: null,
      vehicle: { number: convoy.tracker.number },
    });
    const params = { alertId: raised.id };
    const acknowledged = await official.call(moveAlert, {
      params,
      body: { command: 'acknowledge', note: 'على الهاتف' },
    });
    expect(ok(acknowledged)).toMatchObject({
      status: 'acknowledged',
      acknowledged: { byName: 'Rana', note: 'على الهاتف' },
    });
    const twice = await official.call(moveAlert, { params, body: { command: 'acknowledge' } });
    expect([twice.status, twice.problem.code]).toEqual([409, 'transition_not_allowed']);
    await report(convoy, 3, '&alarm=sos');
    const cleared = ok(
      await story.coordinator.call(moveAlert, { params, body: { command: 'clear', note: 'عولج' } }),
    );
    expect(cleared).toMatchObject({
      status: 'cleared',
      cleared: { byName: 'The coordinator', note: 'عولج' },
    });
    const told = ok(await official.call(listActivity, { params: { campaignId: story.campaignId } })).items;
    expect(told.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['alert.acknowledged', 'alert.cleared']),
    );
    expect((await alertsOf(official, convoy)).filter(({ kind }) => kind === 'sos')).toEqual([]);
  });

  test('is raised anew when a vehicle calls again after somebody has taken up its first call', async () => {
    const convoy = await going();
    await report(convoy, 5, '&alarm=sos');
    const { id } = await untilAlert(convoy, 'sos');
    ok(await official.call(moveAlert, { params: { alertId: id }, body: { command: 'acknowledge' } }));
    story.clock.advance(MIN_MS);
    await report(convoy, 1, '&alarm=sos');
    const again = await untilAlert(convoy, 'sos');
    expect(again.id).not.toBe(id);
    expect((await alertsOf(official, convoy)).filter(({ kind }) => kind === 'sos')).toHaveLength(2);
  });
});

describe('an arrival', () => {
  test('is proposed with its time, and no more once it has been entered with it', async () => {
    const convoy = await going();
    story.clock.advance(10 * MIN_MS);
    await report(convoy, 300);
    await report(convoy, 60);
    const proposed = await untilAlert(convoy, 'arrived');
    expect(proposed.stop?.id).toBe(convoy.stopId);
    expect(story.clock.now().getTime() - Date.parse(proposed.beganAt)).toBeGreaterThan(290_000);
    const params = { stopId: convoy.stopId };
    ok(await story.coordinator.call(moveStop, { params, body: { command: 'arrive', at: proposed.beganAt } }));
    const over = await untilAlert(convoy, 'arrived', 'cleared');
    expect(over).toMatchObject({ id: proposed.id, cleared: { byName: null } });
    const params_ = { alertId: over.id };
    const late = await official.call(moveAlert, { params: params_, body: { command: 'clear' } });
    expect(late.problem.code).toBe('transition_not_allowed');
  });
});

describe('who sees what', () => {
  test('an association sees alerts of convoys that carry its goods, without what is noted between others', async () => {
    const convoy = await going();
    await report(convoy, 5, '&alarm=sos');
    const { id } = await untilAlert(convoy, 'sos');
    ok(
      await official.call(moveAlert, {
        params: { alertId: id },
        body: { command: 'acknowledge', note: 'سر' },
      }),
    );
    expect(await alertsOf(member, convoy)).toMatchObject([
      { id, acknowledged: { byName: 'Rana', note: '' } },
    ]);
    expect(await alertsOf(outsider, convoy)).toEqual([]);
    const refused = await member.call(moveAlert, {
      params: { alertId: id },
      body: { command: 'acknowledge' },
    });
    expect(refused.status).toBe(403);
    const stranger = await story.as('association');
    const hidden = await stranger.call(listAlerts, { params: { campaignId: story.campaignId } });
    expect(hidden.status).toBe(404);
  });

  test('an alert that is not there, or was retracted, is not found', async () => {
    const unknown = await official.call(moveAlert, {
      params: { alertId: ID },
      body: { command: 'acknowledge' },
    });
    expect(unknown.status).toBe(404);
    const convoy = await going();
    const id = randomUUID();
    await story.db('alerts').insert({
      id,
      campaign_id: story.campaignId,
      convoy_id: convoy.convoyId,
      kind: 'silent',
      cause: 'nothing',
      status: 'retracted',
      began_at: new Date(),
      noted_at: new Date(),
    });
    const retracted = await official.call(moveAlert, {
      params: { alertId: id },
      body: { command: 'acknowledge' },
    });
    expect(retracted.status).toBe(404);
    expect((await alertsOf(official, convoy, 'all')).map((it) => it.id)).not.toContain(id);
  });

  test('pages follow each other, newest first', async () => {
    const params = { campaignId: story.campaignId };
    const idsBy = async (limit: number): Promise<string[]> => {
      const ids: string[] = [];
      let cursor: string | undefined;
      do {
        const query = { state: 'all' as const, limit, ...(cursor && { cursor }) };
        const page = ok(await official.call(listAlerts, { params, query }));
        ids.push(...page.items.map(({ id }) => id));
        cursor = page.nextCursor ?? undefined;
      } while (cursor);
      return ids;
    };
    // What the convoys before have brought about may still be on its way.
    const agree = async () => isDeepStrictEqual(await idsBy(2), await idsBy(50));
    await expect.poll(agree).toBe(true);
    expect((await idsBy(2)).length).toBeGreaterThan(2);
    const wrong = await official.call(listAlerts, { params, query: { cursor: 'x' } });
    expect(wrong.problem.code).toBe('invalid_input');
  });
});

describe('the rules of a campaign', () => {
  test('are the defaults until changed, by the version last read, and hold from then on', async () => {
    const convoy = await going();
    await report(convoy, 5, '&batt=30');
    const params = { campaignId: story.campaignId };
    const before = ok(await story.coordinator.call(readAlertRules, { params }));
    expect(before.rules).toEqual(DEFAULT_ALERT_RULES);
    const body = { ...DEFAULT_ALERT_RULES, lowBatteryPct: 40 };
    const unversioned = await story.coordinator.call(updateAlertRules, { params, body });
    expect(unversioned.status).toBe(428);
    const changed = ok(
      await story.coordinator.call(updateAlertRules, { params, body, ifMatch: before.version }),
    );
    expect(changed).toEqual({ rules: body, version: before.version + 1 });
    const stale = await story.coordinator.call(updateAlertRules, { params, body, ifMatch: before.version });
    expect(stale.status).toBe(412);
    expect((await official.call(updateAlertRules, { params, body, ifMatch: changed.version })).status).toBe(
      403,
    );
    const stored = await story.db('campaigns').where({ id: story.campaignId }).first('alert_rules');
    expect(stored?.alert_rules).toEqual({ lowBatteryPct: 40 });
    const low = await untilAlert(convoy, 'low_battery');
    expect(low.values).toEqual({ batteryPct: 30 });
    const back = { params, body: DEFAULT_ALERT_RULES, ifMatch: changed.version };
    ok(await story.coordinator.call(updateAlertRules, back));
    expect(await untilAlert(convoy, 'low_battery', 'cleared')).toMatchObject({ id: low.id });
  });
});
