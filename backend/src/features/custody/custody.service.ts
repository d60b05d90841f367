import type { Context } from '../../platform/context.ts';
import { Refusal } from '../../platform/refusal.ts';
import {
  insertPostings,
  lockAccounts,
  openAccounts,
  type Posting,
  postingsById,
} from './custody.repository.ts';
import { accountColumns, accountKey, type Transfer } from './holders.ts';

/**
 * Moves goods: opens the accounts, locks them in id order, writes the transfers in the order given. A transfer
 * posted before with the same content has no second effect; `posted` counts the new ones.
 * @throws {Refusal} `transfer_reused` when an id was used for other goods; `above_stock` from the database when a
 * holder does not have what is taken from it
 */
export async function postTransfers(ctx: Context, transfers: Transfer[]): Promise<{ posted: number }> {
  if (transfers.length === 0) return { posted: 0 };
  const postings = await toPostings(ctx, transfers);
  await lockAccounts(
    ctx.db,
    postings.flatMap((it) => [it.source_account_id, it.destination_account_id]),
  );
  const recordedAt = ctx.now();
  const posted = await insertPostings(
    ctx.db,
    postings.map((posting, n) => ({
      ...posting,
      actor_id: ctx.actor.userId,
      occurred_at: transfers[n]?.occurredAt ?? recordedAt,
      recorded_at: recordedAt,
    })),
  );
  if (posted < postings.length) await refuseReused(ctx, postings);
  return { posted };
}

async function toPostings(ctx: Context, transfers: Transfer[]): Promise<Posting[]> {
  const wanted = transfers.flatMap(({ lotId, from, to }) => [
    accountColumns(lotId, from),
    accountColumns(lotId, to),
  ]);
  const ids = await openAccounts(ctx.db, wanted);
  const idOf = (lotId: string, holder: Transfer['from']): number => {
    const id = ids.get(accountKey(accountColumns(lotId, holder)));
    if (id === undefined) throw new Error(`No account of lot ${lotId} at ${holder.kind}`);
    return id;
  };
  return transfers.map((it) => ({
    id: it.id.toLowerCase(),
    lot_id: it.lotId,
    source_account_id: idOf(it.lotId, it.from),
    destination_account_id: idOf(it.lotId, it.to),
    quantity: it.quantity,
    document_type: it.documentType,
    document_id: it.documentId,
    manifest_line_id: it.manifestLineId ?? null,
  }));
}

/** Some ids were known: each must stand for exactly what it stands for now. */
async function refuseReused(ctx: Context, postings: Posting[]): Promise<void> {
  const stored = await postingsById(
    ctx.db,
    postings.map((it) => it.id),
  );
  for (const posting of postings) {
    if (!isSamePosting(posting, stored.get(posting.id))) {
      throw new Refusal('transfer_reused', undefined, { values: { transferId: posting.id } });
    }
  }
}

function isSamePosting(asked: Posting, stored: Posting | undefined): boolean {
  return (
    stored !== undefined &&
    sameId(asked.lot_id, stored.lot_id) &&
    asked.source_account_id === stored.source_account_id &&
    asked.destination_account_id === stored.destination_account_id &&
    asked.quantity === stored.quantity &&
    asked.document_type === stored.document_type &&
    sameId(asked.document_id, stored.document_id) &&
    sameId(asked.manifest_line_id, stored.manifest_line_id)
  );
}

/** PostgreSQL answers uuids in lower case, whatever case they came in. */
function sameId(a: string | null, b: string | null): boolean {
  return a?.toLowerCase() === b?.toLowerCase();
}
