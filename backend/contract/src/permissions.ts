import { z } from 'zod';

export const Role = z.enum(['admin', 'official', 'coordinator', 'association']);
export type Role = z.infer<typeof Role>;

/**
 * How far an action reaches for a role.
 * - `any` — every object
 * - `own` — objects of the user's own association (its pledges, lots, deliveries), and, for what is shared,
 *   campaigns it takes part in and convoys that carry its goods; for an official, referrals in their own hands
 */
export type Scope = 'any' | 'own';

/**
 * Who may do what; what is not here is refused. Services apply the scope in SQL: an object out of scope answers
 * like one that does not exist.
 */
export const PERMISSIONS = {
  'user:manage': { admin: 'any' },
  'invitation:manage': { admin: 'any', official: 'any' },
  'audit:read': { admin: 'any', official: 'any' },

  'catalogue:read': { admin: 'any', official: 'any', coordinator: 'any', association: 'any' },
  'item:manage': { admin: 'any', coordinator: 'any' },
  'site:read': { admin: 'any', official: 'any', coordinator: 'any', association: 'any' },
  'site:manage': { admin: 'any', coordinator: 'any' },

  'association:read': { admin: 'any', official: 'any', coordinator: 'any', association: 'own' },
  'association:manage': { admin: 'any', official: 'any' },

  'campaign:read': { admin: 'any', official: 'any', coordinator: 'any', association: 'own' },
  'campaign:manage': { admin: 'any', official: 'any' },
  'participation:manage': { admin: 'any', official: 'any', coordinator: 'any' },
  'activity:read': { admin: 'any', official: 'any', coordinator: 'any' },

  'need:read': { admin: 'any', official: 'any', coordinator: 'any', association: 'own' },
  'need:manage': { admin: 'any', coordinator: 'any' },

  'pledge:read': { admin: 'any', official: 'any', coordinator: 'any', association: 'own' },
  'pledge:offer': { admin: 'any', coordinator: 'any', association: 'own' },
  'pledge:withdraw': { admin: 'any', association: 'own' },
  'pledge:decide': { admin: 'any', coordinator: 'any' },
  'receipt:record': { admin: 'any', coordinator: 'any' },
  'stock:read': { admin: 'any', official: 'any', coordinator: 'any', association: 'own' },

  'vehicle:read': { admin: 'any', official: 'any', coordinator: 'any' },
  'vehicle:manage': { admin: 'any', coordinator: 'any' },
  'tracker:manage': { admin: 'any', coordinator: 'any' },

  'convoy:read': { admin: 'any', official: 'any', coordinator: 'any', association: 'own' },
  'convoy:manage': { admin: 'any', coordinator: 'any' },
  'waybill:read': { admin: 'any', official: 'any', coordinator: 'any' },
  'delivery:read': { admin: 'any', official: 'any', coordinator: 'any', association: 'own' },
  'delivery:settle': { admin: 'any', coordinator: 'any' },
  'position:read': { admin: 'any', official: 'any', coordinator: 'any', association: 'own' },

  'alert:read': { admin: 'any', official: 'any', coordinator: 'any', association: 'own' },
  'alert:acknowledge': { admin: 'any', official: 'any', coordinator: 'any' },
  'alert:configure': { admin: 'any', coordinator: 'any' },
  'hazard:read': { admin: 'any', official: 'any', coordinator: 'any', association: 'any' },
  'hazard:manage': { admin: 'any', official: 'any', coordinator: 'any' },
  'share:manage': { admin: 'any', official: 'any', coordinator: 'any' },

  /** What an association says of itself: board, contacts, bank account, sectors. */
  'association:maintain': { admin: 'any', official: 'any', association: 'own' },
  /** What the registry keeps of an association besides its name: its board, and the steps of its life. */
  'registry:read': { admin: 'any', official: 'any', association: 'own' },
  /** Without it account numbers are masked. */
  'bank:read': { admin: 'any', official: 'any', association: 'own' },
  'document:read': { admin: 'any', official: 'any', association: 'own' },
  'document:add': { admin: 'any', official: 'any', association: 'own' },

  'obligation:read': { admin: 'any', official: 'any', association: 'own' },
  'obligation:submit': { admin: 'any', official: 'any', association: 'own' },
  'obligation:review': { admin: 'any', official: 'any' },
  'finance:read': { admin: 'any', official: 'any', association: 'own' },
  'finance:record': { admin: 'any', official: 'any', association: 'own' },

  'visit:read': { admin: 'any', official: 'any', association: 'own' },
  'visit:manage': { admin: 'any', official: 'any' },
  'visit:perform': { admin: 'own', official: 'own' },
  'finding:answer': { admin: 'any', official: 'any', association: 'own' },

  /** The case without the person: kind, place, state, load. */
  'referral:read': { admin: 'any', official: 'any', association: 'own' },
  'referral:figures': { admin: 'any', official: 'any' },
  /** The citizen’s data: the caseworker who has the case, and the association it was referred to. */
  'referral:person': { official: 'own', association: 'own' },
  'referral:register': { official: 'own' },
  'referral:answer': { association: 'own' },
  /** Gives a case to another caseworker, unread. */
  'referral:reassign': { admin: 'any', official: 'own' },

  'output:read': { admin: 'any', official: 'any', coordinator: 'any', association: 'own' },
  'output:record': { admin: 'any', coordinator: 'any', association: 'own' },

  'project:read': { admin: 'any', official: 'any', association: 'own' },
  'project:manage': { admin: 'any', official: 'any', association: 'own' },
  'project:decide': { admin: 'any', official: 'any' },

  'notice:read': { admin: 'any', official: 'any', association: 'own' },
  'notice:send': { admin: 'any', official: 'any', association: 'own' },
  /** Whom it reaches, who let it lie, and ending an alarm. */
  'notice:oversee': { admin: 'any', official: 'any' },
  'notice:acknowledge': { admin: 'any', official: 'any', association: 'own' },

  'job:read': { admin: 'any' },
  'job:run': { admin: 'any' },
} as const satisfies Record<string, Partial<Record<Role, Scope>>>;

export type Action = keyof typeof PERMISSIONS;

/** How far `role` reaches with `action`; undefined means not at all. */
export function scopeOf(role: Role, action: Action): Scope | undefined {
  return (PERMISSIONS[action] as Partial<Record<Role, Scope>>)[role];
}
