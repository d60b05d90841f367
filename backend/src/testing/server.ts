import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type Role, signIn } from '@qafila/contract';
import type { Db } from '@qafila/db';
import { createTestDatabase } from '@qafila/db/testing';
import { hashPassword } from '../features/session/index.ts';
import { type Config, readConfig } from '../platform/config.ts';
import { createLogger, type Logger } from '../platform/logging.ts';
import { createServer, type QafilaServer } from '../server.ts';
import { Client } from './client.ts';

export const PASSWORD = 'a long passphrase';
/** Made once a run: hashing is slow on purpose. */
const passwordHash = hashPassword(PASSWORD);

/** The server's clock: the real one until it is set or moved. */
export type Clock = { now: () => Date; set: (at: Date) => void; advance: (ms: number) => void };

export type TestServer = {
  url: string;
  db: Db;
  databaseUrl: string;
  server: QafilaServer;
  clock: Clock;
  /** Somebody new with that role, signed in. An association user without an association gets a new one. */
  as: (role: Role, who?: { associationId?: string; email?: string; name?: string }) => Promise<Client>;
  /** Nobody. */
  visitor: () => Client;
  close: () => Promise<void>;
};

/** The real server on a free port with a database of its own. */
export async function startTestServer(
  changes: Partial<Config> = {},
  log: Logger = createLogger('silent'),
): Promise<TestServer> {
  const { db, url: databaseUrl, drop } = await createTestDatabase();
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'qafila-server-'));
  const config: Config = {
    ...readConfig({ PORT: '0', QAFILA_DATA_DIR: dataDir }),
    ...changes,
  };
  const clock = createClock();
  const server = createServer(config, db, { now: clock.now, log });
  const url = await server.listen();
  return {
    url,
    db,
    databaseUrl,
    server,
    clock,
    as: (role, who = {}) => signInAs(url, db, role, who),
    visitor: () => new Client(url),
    async close() {
      await server.close();
      await drop();
      fs.rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

function createClock(): Clock {
  let setAt: number | undefined;
  let moved = 0;
  const nowMs = (): number => setAt ?? Date.now() + moved;
  return {
    now: () => new Date(nowMs()),
    set: (at) => {
      setAt = at.getTime();
    },
    advance: (ms) => {
      if (setAt === undefined) moved += ms;
      else setAt += ms;
    },
  };
}

async function signInAs(
  url: string,
  db: Db,
  role: Role,
  {
    associationId,
    email = `${role}-${randomUUID().slice(0, 8)}@example.org`,
    name = `The ${role}`,
  }: { associationId?: string; email?: string; name?: string },
): Promise<Client> {
  const belongsTo = role === 'association' ? (associationId ?? (await addAssociation(db))) : null;
  const userId = randomUUID();
  await db('users').insert({
    id: userId,
    email,
    name,
    role,
    association_id: belongsTo,
    password_hash: await passwordHash,
  });
  const client = new Client(url, { userId, associationId: belongsTo });
  const { status, problem } = await client.call(signIn, { body: { email, password: PASSWORD } });
  if (status !== 200) throw new Error(`The test's ${role} could not sign in: ${JSON.stringify(problem)}`);
  return client;
}

async function addAssociation(db: Db): Promise<string> {
  await db('governorates')
    .insert({ code: 'SY01', name_ar: 'دمشق', name_en: 'Damascus', lat: 33.5102, lng: 36.2913 })
    .onConflict('code')
    .ignore();
  const id = randomUUID();
  const { rows } = await db.raw(`SELECT next_number('test-declaration') AS number`);
  await db('associations').insert({
    id,
    kind: 'association',
    name_ar: `جمعية التجربة ${rows[0].number}`,
    name_en: `Trial Association ${rows[0].number}`,
    status: 'declared',
    declaration_number: rows[0].number,
    declared_on: '2020-03-01',
    governorate_code: 'SY01',
  });
  return id;
}
