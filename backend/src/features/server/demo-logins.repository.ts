import { type DemoLogin, Role } from '@qafila/contract';
import type { Db } from '@qafila/db';
import type { z } from 'zod';

type Login = z.infer<typeof DemoLogin>;

/** The demo's people who can sign in, in the order of what they may do. */
export async function demoLogins(db: Db): Promise<Login[]> {
  const rows = await db('users')
    .where('is_demo', true)
    .whereNull('disabled_at')
    .select('email', 'role', 'name');
  return rows
    .map((row) => ({ email: row.email, role: Role.parse(row.role), name: row.name }))
    .toSorted((a, b) => rank(a) - rank(b) || a.email.localeCompare(b.email));
}

function rank(login: Login): number {
  return Role.options.indexOf(login.role);
}
