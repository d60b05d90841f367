import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { connect } from 'mqtt';

const PLACES = ['/usr/sbin', '/usr/bin', '/usr/local/sbin', '/opt/homebrew/sbin'];

/** The Mosquitto that tests start; undefined when there is none. */
export const mosquitto: string | undefined =
  process.env['MOSQUITTO_PATH'] ??
  PLACES.map((place) => path.join(place, 'mosquitto')).find((file) => fs.existsSync(file));

export type TestBroker = {
  url: string;
  /** As a phone does: resolves when the broker has it. */
  publish: (topic: string, message: unknown) => Promise<void>;
  stop: () => Promise<void>;
};

/** A broker of the caller's own on a free port, with nothing kept when it stops. */
export async function startBroker(): Promise<TestBroker> {
  if (mosquitto === undefined) throw new Error('No mosquitto was found');
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'qafila-broker-'));
  const port = await freePort();
  const file = path.join(dir, 'mosquitto.conf');
  fs.writeFileSync(file, `listener ${port} 127.0.0.1\nallow_anonymous true\n`);
  const child = spawn(mosquitto, ['-c', file], { stdio: 'ignore' });
  // A test that fails half way must not leave it behind.
  process.once('exit', () => child.kill());
  const url = `mqtt://127.0.0.1:${port}`;
  const phone = connect(url, { reconnectPeriod: 50 });
  // Until the broker listens, it refuses.
  phone.on('error', () => undefined);
  await new Promise((resolve) => phone.once('connect', resolve));
  return {
    url,
    async publish(topic, message) {
      await phone.publishAsync(topic, typeof message === 'string' ? message : JSON.stringify(message), {
        qos: 1,
      });
    },
    async stop() {
      await phone.endAsync(true);
      const ended = once(child, 'exit');
      child.kill();
      await ended;
      fs.rmSync(dir, { recursive: true, force: true });
    },
  };
}

async function freePort(): Promise<number> {
  const server = net.createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as net.AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
