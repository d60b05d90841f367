import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { mosquitto, startBroker, type TestBroker } from '../../testing/broker.ts';
import { startTestServer, type TestServer } from '../../testing/server.ts';
import { addTracker, type TestTracker } from '../../testing/trackers.ts';
import { createWorld, type World } from '../../testing/world.ts';
import { followBroker } from './broker.ts';
import type { Entry, Outcome } from './ingest.ts';

const nowS = (): number => Math.floor(Date.now() / 1000);
const place = (more: object = {}) => ({
  _type: 'location',
  lat: 34.7,
  lon: 36.7,
  tst: nowS(),
  vel: 36,
  ...more,
});

describe.skipIf(!mosquitto)('OwnTracks by way of a broker', () => {
  let broker: TestBroker;
  let server: TestServer;
  let world: World;
  let truck: TestTracker;
  beforeAll(async () => {
    broker = await startBroker();
    server = await startTestServer({ mqttUrl: broker.url });
    world = await createWorld(server.db);
  });
  afterAll(async () => {
    await server.close();
    await broker.stop();
  });
  beforeEach(async () => {
    truck = await addTracker(world);
    server.server.announcer.announce({ kind: 'trackersChanged' });
    const isKnown = async () => (await fetch(`${server.url}/?id=${truck.deviceId}`)).ok;
    await expect.poll(isKnown).toBe(true);
  });
  const stored = () => server.db('positions').where({ vehicle_number: truck.number }).orderBy('recorded_at');

  test('a place is stored for the vehicle whose secret the topic ends with', async () => {
    await broker.publish(
      `owntracks/driver/${truck.deviceId}`,
      place({ topic: 'owntracks/u/other', tid: 'xx' }),
    );
    await expect.poll(stored).toMatchObject([{ lat: 34.7, lng: 36.7, speed_mps: 10, flags: 0 }]);
  });

  test('what is no place, of nobody, or unreadable is let go, and what follows it is stored', async () => {
    const topic = `owntracks/driver/${truck.deviceId}`;
    await broker.publish(topic, { _type: 'lwt', tst: 1 });
    await broker.publish(topic, { _type: 'encrypted', data: 'x' });
    await broker.publish(topic, '');
    await broker.publish(topic, '{"_type":"location",');
    await broker.publish(topic, '['.repeat(20_000));
    await broker.publish(topic, place({ lat: 91 }));
    await broker.publish(topic, place({ x: 'x'.repeat(100_000) }));
    await broker.publish('owntracks/driver/nobody', place());
    await broker.publish(`${topic}/event`, place());
    await broker.publish(topic, place({ tst: nowS() - 5 }));
    await expect.poll(stored).toHaveLength(1);
  });

  test('many come in their order, each once', async () => {
    const from = nowS() - 1_000;
    for (let n = 0; n < 200; n++) {
      await broker.publish(`owntracks/driver/${truck.deviceId}`, place({ tst: from + (n >> 1) }));
    }
    await expect.poll(async () => (await stored()).length).toBe(100);
  });
});

describe.skipIf(!mosquitto)('a message is acknowledged when it is stored', () => {
  let broker: TestBroker;
  beforeAll(async () => {
    broker = await startBroker();
  });
  afterAll(() => broker.stop());

  /** A process that follows the broker under that name, whose database answers as told. */
  function follow(clientId: string, answer: (entry: Entry) => Outcome | undefined) {
    const seen: number[] = [];
    const follower = followBroker({
      url: broker.url,
      clientId,
      trackers: { find: () => 1, findAnew: async () => 1 },
      ingest: {
        push(entry) {
          seen.push(entry.fix.recordedAtMs / 1000);
          const outcome = answer(entry);
          if (outcome) entry.done(outcome);
        },
      },
      now: () => new Date(),
      onFailure: () => undefined,
    });
    onTestFinished(() => follower.close());
    return { seen, follower };
  }
  const topic = 'owntracks/driver/secret';
  /** The follower may not be there at the first try. */
  async function publishUntilSeen(second: number, seen: readonly number[]): Promise<void> {
    while (seen.length === 0) {
      await broker.publish(topic, place({ tst: second }));
      await sleep(50);
    }
  }

  test('what a process had but did not store before it ended, and what came meanwhile, the next one gets', async () => {
    const clientId = randomUUID();
    const first = follow(clientId, ({ fix }) => (fix.recordedAtMs === 1000 ? 'stored' : undefined));
    await publishUntilSeen(1, first.seen);
    await broker.publish(topic, place({ tst: 2 }));
    await expect.poll(() => first.seen.at(-1)).toBe(2);
    await first.follower.close();
    await broker.publish(topic, place({ tst: 3 }));
    const second = follow(clientId, () => 'stored');
    await expect.poll(() => second.seen).toEqual([2, 3]);
    await second.follower.close();
    const third = follow(clientId, () => 'stored');
    await sleep(300);
    expect(third.seen).toEqual([]);
  });

  test('while the database is away nothing is acknowledged, and one message waits at a time', async () => {
    let outcome: Outcome = 'unavailable';
    const { seen } = follow(randomUUID(), () => outcome);
    await publishUntilSeen(5, seen);
    await broker.publish(topic, place({ tst: 6 }));
    await sleep(1_300);
    expect(new Set(seen)).toEqual(new Set([5]));
    outcome = 'stored';
    await expect.poll(() => seen.at(-1)).toBe(6);
  });
});
