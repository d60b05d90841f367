import type {
  AidCadence,
  AidKind,
  ConsentForm,
  DeclineReason,
  LegalBasisKind,
  NamedRef,
  Priority,
  ReferralOutcome,
  ReferralStatus,
  WithdrawalReason,
} from '@qafila/contract';
import type { Db } from '@qafila/db';
import { nextCode } from '../../platform/document-codes.repository.ts';
import { namedRefSql } from '../reference/index.ts';

export type ReferralRow = {
  id: string;
  code: string;
  caseworkerId: string;
  caseworkerName: string;
  kind: AidKind;
  cadence: AidCadence;
  priority: Priority;
  governorateCode: string;
  householdSize: number | null;
  basis: LegalBasisKind;
  consentForm: ConsentForm | null;
  consentGivenAt: Date | null;
  isRepeated: boolean;
  associationId: string | null;
  association: NamedRef | null;
  status: ReferralStatus;
  outcome: ReferralOutcome | null;
  declineReason: DeclineReason | null;
  withdrawalReason: WithdrawalReason | null;
  openedAt: Date;
  referredAt: Date | null;
  acceptedAt: Date | null;
  lastHelpOn: string | null;
  endedAt: Date | null;
  erasedAt: Date | null;
  version: number;
};

const ROW = `
  r.id, r.code, r.caseworker_id AS "caseworkerId", u.name AS "caseworkerName", r.kind, r.cadence, r.priority,
  r.governorate_code AS "governorateCode", r.household_size AS "householdSize", r.basis,
  r.consent_form AS "consentForm", r.consent_given_at AS "consentGivenAt", r.is_repeated AS "isRepeated",
  r.association_id AS "associationId", CASE WHEN a.id IS NOT NULL THEN ${namedRefSql('a')} END AS association,
  r.status, r.outcome, r.decline_reason AS "declineReason", r.withdrawal_reason AS "withdrawalReason",
  r.opened_at AS "openedAt", r.referred_at AS "referredAt", r.accepted_at AS "acceptedAt",
  r.last_help_on AS "lastHelpOn", r.ended_at AS "endedAt", r.erased_at AS "erasedAt", r.version`;
const NAMES = 'JOIN users u ON u.id = r.caseworker_id LEFT JOIN associations a ON a.id = r.association_id';

export async function referralById(db: Db, id: string): Promise<ReferralRow | undefined> {
  const { rows } = await db.raw<{ rows: ReferralRow[] }>(
    `SELECT ${ROW} FROM referrals r ${NAMES} WHERE r.id = :id`,
    { id },
  );
  return rows[0];
}

/** As `referralById`, locked to the end of the transaction: all that happens to a case begins here. */
export async function lockReferral(db: Db, id: string): Promise<ReferralRow | undefined> {
  const { rows } = await db.raw<{ rows: ReferralRow[] }>(
    `SELECT ${ROW} FROM referrals r ${NAMES} WHERE r.id = :id FOR UPDATE OF r`,
    { id },
  );
  return rows[0];
}

/** As `lockReferral`: every case that is with this association and not over, in an order that all keep. */
export async function lockOpenWith(db: Db, associationId: string): Promise<ReferralRow[]> {
  const { rows } = await db.raw<{ rows: ReferralRow[] }>(
    `SELECT ${ROW} FROM referrals r ${NAMES}
     WHERE r.association_id = :associationId AND r.ended_at IS NULL ORDER BY r.id FOR UPDATE OF r`,
    { associationId },
  );
  return rows;
}

export type ReferralFilter = {
  status?: ReferralStatus | undefined;
  open?: 'yes' | undefined;
  kind?: AidKind | undefined;
  cadence?: AidCadence | undefined;
  priority?: Priority | undefined;
  governorateCode?: string | undefined;
  associationId?: string | undefined;
  caseworkerId?: string | undefined;
  code?: string | undefined;
};

/** One condition for each filter that is set; the columns have indices that end in the list's order. */
const CONDITIONS: Readonly<Record<keyof ReferralFilter, string>> = {
  status: 'r.status = :status',
  open: 'r.ended_at IS NULL',
  kind: 'r.kind = :kind',
  cadence: 'r.cadence = :cadence',
  priority: 'r.priority = :priority',
  governorateCode: 'r.governorate_code = :governorateCode',
  associationId: 'r.association_id = :associationId',
  caseworkerId: 'r.caseworker_id = :caseworkerId',
  code: 'r.code = upper(:code)',
};
/** What an association sent back, and what is not with it again. */
const DECLINED_BY = `r.association_id IS DISTINCT FROM :declinedBy
  AND r.id IN (SELECT referral_id FROM referral_steps WHERE association_id = :declinedBy AND kind = 'decline')`;

export type Place = { at: string; id: string };

/** Newest first, those after `before`. */
export async function referralPage(
  db: Db,
  filter: ReferralFilter & { declinedBy?: string },
  { before, limit }: { before: Place | undefined; limit: number },
): Promise<ReferralRow[]> {
  const { declinedBy, ...plain } = filter;
  const set = Object.entries(plain).filter(([, value]) => value !== undefined);
  const conditions = set.map(([name]) => CONDITIONS[name as keyof ReferralFilter]);
  if (declinedBy !== undefined) conditions.push(DECLINED_BY);
  if (before !== undefined) conditions.push('(r.opened_at, r.id) < (:at::timestamptz, :id::uuid)');
  const where = conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`;
  const { rows } = await db.raw<{ rows: ReferralRow[] }>(
    `SELECT ${ROW}
     FROM (SELECT * FROM referrals r ${where} ORDER BY r.opened_at DESC, r.id DESC LIMIT :limit) r ${NAMES}
     ORDER BY r.opened_at DESC, r.id DESC`,
    { ...Object.fromEntries(set), ...(declinedBy !== undefined && { declinedBy }), ...before, limit },
  );
  return rows;
}

export type NewReferral = Pick<
  ReferralRow,
  | 'id'
  | 'caseworkerId'
  | 'kind'
  | 'cadence'
  | 'priority'
  | 'governorateCode'
  | 'householdSize'
  | 'basis'
  | 'consentForm'
  | 'isRepeated'
  | 'openedAt'
> & { consentGivenAt: string | null; openedMonth: string };

export async function insertReferral(db: Db, it: NewReferral): Promise<void> {
  await db('referrals').insert({
    id: it.id,
    code: await nextCode(db, `RF-${it.openedMonth.slice(0, 4)}`, 4),
    caseworker_id: it.caseworkerId,
    kind: it.kind,
    cadence: it.cadence,
    priority: it.priority,
    governorate_code: it.governorateCode,
    household_size: it.householdSize,
    basis: it.basis,
    consent_form: it.consentForm,
    consent_given_at: it.consentGivenAt,
    is_repeated: it.isRepeated,
    status: 'opened',
    opened_at: it.openedAt,
    opened_month: `${it.openedMonth}-01`,
    changed_at: it.openedAt,
  });
}

export type ReferralChange = {
  status?: ReferralStatus;
  association_id?: string | null;
  outcome?: ReferralOutcome;
  decline_reason?: DeclineReason | null;
  withdrawal_reason?: WithdrawalReason;
  referred_at?: Date | null;
  accepted_at?: Date | null;
  last_help_on?: string;
  ended_at?: Date;
  caseworker_id?: string;
  priority?: Priority | undefined;
  governorate_code?: string | undefined;
  household_size?: number | null | undefined;
};

/** Changes a case only if it is still in `from`; false when someone moved it first. */
export async function changeReferral(
  db: Db,
  { id, from, at }: { id: string; from: ReferralStatus; at: Date },
  change: ReferralChange,
): Promise<boolean> {
  const changed = await db('referrals')
    .where({ id, status: from })
    .update({ ...change, changed_at: at, version: db.raw('version + 1') });
  return changed === 1;
}

export async function activeCaseworkers(db: Db): Promise<{ id: string; name: string }[]> {
  return await db('users')
    .where({ role: 'official' })
    .whereNull('disabled_at')
    .orderBy(['name', 'id'])
    .select('id', 'name');
}
