import { setTimeout } from 'node:timers/promises';
import { connect, type IPublishPacket, type MqttClient } from 'mqtt';
import { parseJson } from '../../platform/json-rules.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { Ingest, Outcome } from './ingest.ts';
import { STATUS, type TrackerMessage } from './message.ts';
import { parseOwnTracks } from './owntracks.ts';
import { isMembers } from './read-values.ts';
import type { TrackerBook } from './trackers.ts';

export type BrokerDeps = {
  /** With the user and password this server connects as. */
  url: string;
  /** The same at every start: by it the broker knows for whom it kept what came meanwhile. */
  clientId: string;
  trackers: Pick<TrackerBook, 'find' | 'findAnew'>;
  ingest: Pick<Ingest, 'push'>;
  now: () => Date;
  onFailure: (error: unknown) => void;
};

export type Broker = { close: () => Promise<void> };

/** `owntracks/<user>/<device>`, where phones publish places; what else they publish lies a level deeper. */
const TOPIC = 'owntracks/+/+';
const PAYLOAD_BYTES = 65_536;
const RECONNECT_MS = 2_000;
const TRY_AGAIN_MS = 1_000;

/**
 * OwnTracks by way of an MQTT broker. The device of the topic is the tracker's secret: whom the broker lets publish
 * there is for the broker to say. A message is acknowledged when it is stored or never will be, one after the other,
 * so that what was under way when a process ended comes again to the next one.
 */
export function followBroker(deps: BrokerDeps): Broker {
  const { url, clientId, onFailure } = deps;
  const client = connect(url, {
    clientId,
    clean: false,
    protocolVersion: 4,
    resubscribe: false,
    reconnectPeriod: RECONNECT_MS,
    reconnectOnConnackError: true,
  });
  client.on('error', onFailure);
  client.on('connect', () => client.subscribe(TOPIC, { qos: 1 }));
  acknowledgeAfter(client, async (packet, signal) => {
    const message = read(packet, deps.now().getTime());
    if (message.kind === 'fix') await untilStored(deps, packet.topic, message, signal);
  });
  return { close: () => client.endAsync(true) };
}

type Work = (packet: IPublishPacket, signal: AbortSignal) => Promise<void>;

/** The library acknowledges when it is called back. With its connection a message ends; by the next it comes again. */
function acknowledgeAfter(client: MqttClient, work: Work): void {
  let connection = new AbortController();
  client.on('close', () => {
    connection.abort();
    connection = new AbortController();
  });
  client.handleMessage = (packet, acknowledge) => {
    const { signal } = connection;
    work(packet, signal).then(
      () => {
        if (!signal.aborted) acknowledge();
      },
      () => undefined,
    );
  };
}

/** What cannot be read will not get better by coming again. */
function read({ payload }: IPublishPacket, receivedAtMs: number): TrackerMessage {
  if (payload.length > PAYLOAD_BYTES) return STATUS;
  try {
    const members = parseJson(String(payload));
    return isMembers(members) ? parseOwnTracks(members, receivedAtMs) : STATUS;
  } catch (error) {
    if (error instanceof Refusal) return STATUS;
    throw error;
  }
}

type FixMessage = Extract<TrackerMessage, { kind: 'fix' }>;

/** Tries for as long as it takes; an unknown tracker, or a fix the database will not have, is let go. */
async function untilStored(deps: BrokerDeps, topic: string, message: FixMessage, signal: AbortSignal) {
  const [, , secret = ''] = topic.split('/');
  for (;;) {
    try {
      const vehicleNumber = deps.trackers.find(secret) ?? (await deps.trackers.findAnew(secret));
      if (vehicleNumber === undefined) return;
      if ((await push(deps.ingest, vehicleNumber, message)) !== 'unavailable') return;
    } catch (error) {
      deps.onFailure(error);
    }
    await setTimeout(TRY_AGAIN_MS, undefined, { signal });
  }
}

function push(ingest: BrokerDeps['ingest'], vehicleNumber: number, message: FixMessage): Promise<Outcome> {
  const { fix, flags, alarm, attributes } = message;
  return new Promise((done) => {
    ingest.push({ vehicleNumber, fix, flags, alarm, attributes, done });
  });
}
