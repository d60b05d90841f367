import {
  type ConvoyFile,
  createHazard,
  endHazard,
  type Hazard,
  moveConvoy,
  readConvoy,
} from '@qafila/contract';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import {
  allot,
  draftConvoy,
  endStory,
  load,
  move,
  moveOn,
  ok,
  type Story,
  startStory,
  stockUp,
} from '../../testing/convoy-story.ts';

const HOUR_MS = 3_600_000;

let story: Story;
beforeAll(async () => {
  story = await startStory();
});
afterEach(async () => {
  // Alerts may name them.
  await story.db('hazards').update({ valid_to: story.db.ref('valid_from') });
});
afterAll(() => endStory(story));

/** On the straight line from the warehouse to the first stop, unless said otherwise. */
async function burning(name: string, lat = 34.555, lng = 36.175, radiusM = 2_000): Promise<Hazard> {
  const now = story.clock.now().getTime();
  return ok(
    await story.coordinator.call(createHazard, {
      body: {
        name,
        severity: 'severe',
        area: { type: 'circle', center: { lat, lng }, radiusM },
        validFrom: new Date(now - HOUR_MS).toISOString(),
        validTo: new Date(now + 10 * HOUR_MS).toISOString(),
      },
    }),
    201,
  );
}

async function loaded(): Promise<ConvoyFile> {
  const stock = await stockUp(story, 1);
  const file = ok(await allot(story, await draftConvoy(story), [{ ...stock, quantity: 1 }]), 201);
  return ok(await load(story, await moveOn(story, file, 'plan', 'load')));
}

const read = async (file: ConvoyFile, by = story.coordinator) =>
  ok(await by.call(readConvoy, { params: { convoyId: file.convoy.id } }));
const checkOf = (file: ConvoyFile) => file.readiness.find((it) => it.code === 'no_hazard_on_route');

describe('a convoy with a hazard on its way', () => {
  test('shows it, as near and as far along as it lies, and is otherwise ready', async () => {
    const file = await loaded();
    expect(checkOf(await read(file))).toMatchObject({ done: true, count: 0 });
    await burning('beyond the last stop', 36.2, 36.0);
    await burning('حريق القصير');
    await burning('six kilometres beside', 34.555, 36.26);
    const shown = await read(file);
    expect(shown.hazards).toMatchObject([{ hazard: { name: 'حريق القصير' }, distanceM: 0 }]);
    const halfwayM = (shown.convoy.stops[0]?.distanceM ?? 0) / 2;
    expect((shown.hazards[0]?.alongM ?? 0) / halfwayM).toBeCloseTo(1, 1);
    expect(checkOf(shown)).toMatchObject({ done: false, count: 1 });
  });

  test('is nearer or farther as the rules of the campaign say', async () => {
    const file = await loaded();
    await burning('six kilometres beside', 34.555, 36.26);
    const rules = (hazardKm: number) =>
      story
        .db('campaigns')
        .where({ id: story.campaignId })
        .update({ alert_rules: JSON.stringify({ hazardKm }) });
    await rules(20);
    expect((await read(file)).hazards).toHaveLength(1);
    await story.db('campaigns').where({ id: story.campaignId }).update({ alert_rules: '{}' });
    expect((await read(file)).hazards).toEqual([]);
  });

  test('tells an association of neither the hazards nor who decided', async () => {
    const file = await loaded();
    await burning('حريق');
    const association = await story.as('association', { associationId: story.associations[0] });
    expect(await read(file, association)).toMatchObject({ hazards: [], hazardOverride: null, readiness: [] });
  });
});

describe('departing through a hazard', () => {
  const depart = (file: ConvoyFile, body: object) =>
    story.coordinator.call(moveConvoy, {
      params: { convoyId: file.convoy.id },
      body: { command: 'depart', ...body },
    });

  test('is refused without a decision, and the convoy stays as it is', async () => {
    const file = await loaded();
    await burning('حريق القصير');
    const { status, problem } = await move(story, file, 'depart');
    expect([status, problem.code]).toEqual([409, 'hazard_on_route']);
    expect(problem.values).toEqual({ count: 1, nearestM: 0, nearest: 'حريق القصير' });
    expect((await read(file)).convoy.status).toBe('loading');
  });

  test.each(['', '   '])('needs a reason; %j is none', async (reason) => {
    const file = await loaded();
    const { problem } = await depart(file, { throughHazard: true, reason });
    expect(problem.errors).toMatchObject([{ path: 'reason', code: 'reason_required' }]);
  });

  test('keeps who decided, why, and past what, with the convoy and in the audit', async () => {
    const file = await loaded();
    const hazard = await burning('حريق القصير');
    const reason = 'فتح الدفاع المدني الطريق';
    const gone = ok(await depart(file, { throughHazard: true, reason }));
    const expected = {
      byName: 'The coordinator',
      reason,
      hazards: [{ id: hazard.id, source: 'drawn', name: 'حريق القصير', distanceM: 0 }],
    };
    expect(gone.hazardOverride).toMatchObject(expected);
    expect(gone).toMatchObject({ convoy: { status: 'en_route' }, hazards: [] });
    expect(checkOf(gone)?.done).toBe(true);
    const params = { hazardId: hazard.id };
    ok(await story.coordinator.call(endHazard, { params, body: { reason: 'out' } }));
    expect(await read(file)).toMatchObject({ hazards: [], hazardOverride: expected });
    const entry = await story
      .db('audit_log')
      .where({ subject_id: file.convoy.id, action: 'convoy.departed' })
      .first('reason', 'detail', 'actor_id');
    expect(entry).toMatchObject({
      reason,
      actor_id: story.coordinator.userId,
      detail: { throughHazards: 1, nearestM: 0, hazardIds: hazard.id },
    });
  });

  test('asks for nothing once the hazard is over, nor records a decision that was not needed', async () => {
    const file = await loaded();
    const hazard = await burning('حريق القصير');
    const params = { hazardId: hazard.id };
    ok(await story.coordinator.call(endHazard, { params, body: { reason: 'out' } }));
    const gone = ok(await depart(file, { throughHazard: true, reason: 'just in case' }));
    expect(gone.hazardOverride).toBeNull();
  });
});
