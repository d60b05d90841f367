import type { Db } from '@qafila/db';
import { inviteFirstAdmin } from './features/people/index.ts';
import { DEMO_PASSWORD, demoLogins } from './features/server/index.ts';
import type { Config } from './platform/config.ts';

/** What whoever started the server should know: where it is, and how to come in. */
export async function welcome(config: Config, db: Db, url: string): Promise<string[]> {
  const address = config.publicUrl ?? url;
  return [
    '',
    `Qafila runs at ${address}   (API: ${address}/api/docs)`,
    ...(await demoLines(db)),
    ...(await firstAdminLines(config, db, address)),
    'Ctrl-C stops it.',
    '',
  ];
}

async function demoLines(db: Db): Promise<string[]> {
  const logins = await demoLogins(db);
  if (logins.length === 0) return [];
  return [
    `This is the demo. Sign in with the password ${DEMO_PASSWORD} as`,
    ...logins.map(({ email, role }) => `  ${email.padEnd(28)}${role}`),
    'Without the demo: QAFILA_DEMO=no QAFILA_DATA_DIR=.qafila-own npm start',
  ];
}

async function firstAdminLines(config: Config, db: Db, address: string): Promise<string[]> {
  const token = await inviteFirstAdmin(db, config.adminEmail, new Date());
  if (token === undefined) return [];
  return [
    `Nobody has an account yet. The first administrator, ${config.adminEmail}, opens this link once:`,
    `  ${new URL(`/invitation#${token}`, address)}`,
  ];
}
