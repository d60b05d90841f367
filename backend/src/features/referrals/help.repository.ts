import type { AidOffer, ReferralHelp } from '@qafila/contract';
import type { Db } from '@qafila/db';
import { itemRefSql, namedRefSql } from '../reference/index.ts';
import { firstDayOf } from './month.ts';

export type HelpLine = { itemId: string | null; description: string; quantity: number };
export type NewHelp = AidOffer & {
  helpId: string;
  referralId: string;
  associationId: string;
  givenOn: string;
  forMonth: string | null;
  amountSyp: number | null;
  lines: readonly HelpLine[];
  note: string;
  recordedAt: Date;
  recordedBy: string;
};

export async function insertHelp(db: Db, it: NewHelp): Promise<void> {
  await db('referral_help').insert({
    id: it.helpId,
    referral_id: it.referralId,
    association_id: it.associationId,
    kind: it.kind,
    cadence: it.cadence,
    given_on: it.givenOn,
    for_month: it.forMonth === null ? null : firstDayOf(it.forMonth),
    amount_syp: it.amountSyp,
    note: it.note,
    recorded_at: it.recordedAt,
    recorded_by: it.recordedBy,
  });
  if (it.lines.length === 0) return;
  await db('referral_help_lines').insert(
    it.lines.map((line, index) => ({
      help_id: it.helpId,
      ordinal: index + 1,
      item_id: line.itemId,
      description: line.description,
      quantity: line.quantity,
    })),
  );
}

export async function helpById(
  db: Db,
  id: string,
): Promise<{ referralId: string; associationId: string } | undefined> {
  return await db('referral_help')
    .where({ id })
    .first({ referralId: 'referral_id', associationId: 'association_id' });
}

/** Oldest first, without what was written; `only`: what one association gave. */
export async function helpOf(db: Db, referralId: string, only: string | null): Promise<ReferralHelp[]> {
  const { rows } = await db.raw<{ rows: (Omit<ReferralHelp, 'recordedAt'> & { recordedAt: Date })[] }>(
    `SELECT h.id, h.given_on AS "givenOn", to_char(h.for_month, 'YYYY-MM') AS "forMonth",
            h.amount_syp AS "amountSyp", ${namedRefSql('a')} AS association, h.recorded_at AS "recordedAt",
            u.name AS "recordedByName",
            coalesce((SELECT json_agg(json_build_object(
                        'item', CASE WHEN i.id IS NOT NULL THEN ${itemRefSql('i')} END, 'quantity', l.quantity)
                        ORDER BY l.ordinal)
                      FROM referral_help_lines l LEFT JOIN items i ON i.id = l.item_id
                      WHERE l.help_id = h.id), '[]') AS lines
     FROM referral_help h JOIN associations a ON a.id = h.association_id JOIN users u ON u.id = h.recorded_by
     WHERE h.referral_id = :referralId AND (h.association_id = :only OR :only::uuid IS NULL)
     ORDER BY h.given_on, h.id`,
    { referralId, only },
  );
  return rows.map((row) => ({ ...row, recordedAt: row.recordedAt.toISOString() }));
}
