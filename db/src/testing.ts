import { randomUUID } from 'node:crypto';
import { inject } from 'vitest';
import { type Db, openDatabase } from './database.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** A server of PostgreSQL where tests may make databases, and the migrated one they copy. */
    testServer: { url: string; template: string };
  }
}

export type TestDatabase = { db: Db; url: string; drop: () => Promise<void> };

export function withDatabaseName(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.href;
}

/** A fresh, migrated database of the caller's own: a copy of the template, in some tens of milliseconds. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const server = inject('testServer');
  const name = `qafila_test_${randomUUID().replaceAll('-', '')}`;
  const url = withDatabaseName(server.url, name);
  await onServer(server.url, (admin) => admin.raw('CREATE DATABASE ?? TEMPLATE ??', [name, server.template]));
  const db = openDatabase(url);
  return {
    db,
    url,
    async drop() {
      await db.destroy();
      await onServer(server.url, (admin) => admin.raw('DROP DATABASE IF EXISTS ?? WITH (FORCE)', [name]));
    },
  };
}

async function onServer(url: string, work: (admin: Db) => PromiseLike<unknown>): Promise<void> {
  const admin = openDatabase(url, { max: 1 });
  try {
    await work(admin);
  } finally {
    await admin.destroy();
  }
}
