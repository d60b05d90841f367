import type { Context } from './context.ts';

export type AuditEntry = {
  /** A noun and a past tense: `pledge.accepted`. */
  action: string;
  subjectType: string;
  subjectId: string | null;
  campaignId?: string | null;
  from?: string | null;
  to?: string | null;
  reason?: string | null;
  /** Ids, codes and numbers only; never names, contacts or free text about people. */
  detail?: Record<string, string | number | boolean | null>;
};

/** Adds a link to the audit chain, in the transaction of what it tells. Call it last: the chain's lock is short. */
export async function audit({ db, actor, now }: Context, entry: AuditEntry): Promise<void> {
  await db('audit_log').insert({
    at: now(),
    // Nobody is signed in when the server itself acts.
    actor_id: actor.userId || null,
    action: entry.action,
    subject_type: entry.subjectType,
    subject_id: entry.subjectId,
    campaign_id: entry.campaignId ?? null,
    from_state: entry.from ?? null,
    to_state: entry.to ?? null,
    reason: entry.reason || null,
    detail: JSON.stringify(entry.detail ?? {}),
  });
}
