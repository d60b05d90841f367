import { defineConfig } from 'vitest/config';

/** Tests read workspace packages from source, so nothing has to be built first. */
const conditions = ['@qafila/source', 'module', 'node', 'development|production'];
const resolution = { resolve: { conditions }, ssr: { resolve: { conditions } } };
/** Files share what they have read: to read the server anew for each takes longer than most tests. */
const shared = { environment: 'node', isolate: false } as const;
/** For a machine that has other work, too; only what never comes is waited for so long. */
const patience = { testTimeout: 60_000, hookTimeout: 120_000, expect: { poll: { timeout: 10_000 } } };

export default defineConfig({
  ...resolution,
  test: {
    maxWorkers: 2,
    projects: [
      {
        ...resolution,
        test: {
          name: 'node',
          ...shared,
          include: ['{backend,backend/contract,db,scripts}/src/**/*.test.ts', 'scripts/setup/**/*.test.ts'],
          globalSetup: ['./db/src/testing.global.ts'],
          ...patience,
        },
      },
      {
        ...resolution,
        test: {
          name: 'frontend',
          environment: 'node',
          include: ['frontend/src/**/*.test.{ts,tsx}'],
          setupFiles: ['./frontend/src/shared/i18n/testing.setup.ts'],
          ...patience,
        },
      },
      {
        ...resolution,
        test: {
          name: 'browser',
          ...shared,
          include: ['frontend/e2e/**/*.test.ts'],
          globalSetup: ['./frontend/e2e/testing.global.ts'],
          fileParallelism: false,
          // After the others: a browser wants the machine for itself.
          sequence: { groupOrder: 1 },
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
