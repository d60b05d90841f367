import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import * as contract from '@qafila/contract';
import { openDatabase } from '@qafila/db';
import { fillWork } from './fill-work.ts';
import { inRounds, median, timed } from './rounds.ts';
import type { Measured, Scenario } from './scenario.ts';
import type { Stage, Target } from './stage.ts';

const DEMO = 'bench_demo';
const LARGE = 'bench_work';
const ROUNDS = 25;
const MAIN = fileURLToPath(new URL('../../../backend/dist/main.js', import.meta.url));

/** Lists and dashboards of the directorate's standing work: what needs nothing but a session and perhaps an association. */
const MODULES =
  /^\/api\/v1\/(associations|registry|applications|directory|obligation|finances|visits|findings|referrals|projects|notices)/;
const MONTH = new Date().toISOString().slice(0, 7);

/** On the demo's data, and on those of a thousand associations in ten years: every list and dashboard in turns. */
export const lists: Scenario = {
  name: 'lists',
  async run(stage, _options, say) {
    const { demo, large } = await twoDatabases(stage, say);
    const servers = [await stage.startQafila({ url: demo }), await stage.startQafila({ url: large })];
    const rows: Measured[] = [];
    for (const email of ['official@demo.qafila', 'association1@demo.qafila']) {
      rows.push(...(await measureAs(email, servers as [Target, Target], demo)));
    }
    await Promise.all(servers.map((server) => server.stop()));
    return rows;
  },
};

async function twoDatabases(stage: Stage, say: (words: string) => void) {
  const at = (name: string): string => {
    const url = new URL(stage.embedded.url);
    url.pathname = `/${name}`;
    return url.href;
  };
  await stage.small.db.raw('CREATE DATABASE ??', [DEMO]);
  say('  the demo is loaded …');
  await loadDemo(at(DEMO));
  await stage.small.db.raw('CREATE DATABASE ?? TEMPLATE ??', [LARGE, DEMO]);
  say('  ten years of a thousand associations are made …');
  const db = openDatabase(at(LARGE), { max: 1 });
  await fillWork(db).finally(() => db.destroy());
  return { demo: at(DEMO), large: at(LARGE) };
}

/** As anybody gets it: by starting the server on an empty database. */
async function loadDemo(databaseUrl: string): Promise<void> {
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'qafila-bench-demo-'));
  const child = spawn(process.execPath, [MAIN], {
    env: {
      ...process.env,
      DATABASE_URL: databaseUrl,
      QAFILA_DATA_DIR: dataDir,
      QAFILA_SIMULATE: 'no',
      PORT: '0',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    await new Promise<void>((resolve) => {
      child.stdout.on('data', (chunk) => /runs at http/.test(String(chunk)) && resolve());
    });
    const exit = once(child, 'exit');
    child.kill('SIGTERM');
    await exit;
  } finally {
    fs.rmSync(dataDir, { recursive: true, force: true });
  }
}

async function measureAs(email: string, servers: [Target, Target], demo: string): Promise<Measured[]> {
  const sessions = await Promise.all(servers.map((server) => signIn(server, email)));
  const associationId = await someAssociation(demo);
  const rows: Measured[] = [];
  for (const [name, address] of addresses(associationId)) {
    const read = (index: 0 | 1) => async (): Promise<number> =>
      await timed(() => get(servers[index].port, address, sessions[index] ?? ''));
    // Who may not read it is not measured.
    if ((await fetchAs(servers[0].port, address, sessions[0] ?? '')).status !== 200) continue;
    await inRounds(3, [read(0), read(1)], 0);
    const [small = [], large = []] = await inRounds(ROUNDS, [read(0), read(1)], 0);
    rows.push({
      what: `${name} as ${email.split('@')[0]}, ten years ÷ demo`,
      value: median(large) / median(small),
      unit: '×',
      atMost: 2,
      details: { demo: `${median(small).toFixed(1)} ms`, 'ten years': `${median(large).toFixed(1)} ms` },
    });
  }
  return rows.toSorted((one, other) => other.value - one.value);
}

function addresses(associationId: string): [string, string][] {
  return Object.entries(contract).flatMap(([name, it]): [string, string][] => {
    const isList =
      it !== null && typeof it === 'object' && 'path' in it && 'method' in it && it.method === 'get';
    if (!isList || !MODULES.test(String(it.path)) || !('responseType' in it) || it.responseType !== 'json')
      return [];
    const address = String(it.path).replace(':associationId', associationId).replace(':month', MONTH);
    return address.includes(':') ? [] : [[name, address]];
  });
}

async function someAssociation(databaseUrl: string): Promise<string> {
  const db = openDatabase(databaseUrl, { max: 1 });
  try {
    const user = await db('users').where({ email: 'association1@demo.qafila' }).first('association_id');
    return user.association_id;
  } finally {
    await db.destroy();
  }
}

async function signIn({ port }: Target, email: string): Promise<string> {
  const answer = await fetch(`http://127.0.0.1:${port}/api/v1/session`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ email, password: 'qafila-demo' }),
  });
  if (!answer.ok) throw new Error(`${email} could not sign in: ${answer.status}`);
  return answer.headers
    .getSetCookie()
    .map((line) => line.split(';', 1)[0])
    .join('; ');
}

async function fetchAs(port: number, address: string, cookie: string): Promise<Response> {
  return await fetch(`http://127.0.0.1:${port}${address}`, { headers: { Cookie: cookie } });
}

async function get(port: number, address: string, cookie: string): Promise<void> {
  const answer = await fetchAs(port, address, cookie);
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}`);
  await answer.arrayBuffer();
}
