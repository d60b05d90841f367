import { fieldError, type Participant } from '@qafila/contract';
import { audit } from '../../platform/audit.repository.ts';
import type { Context } from '../../platform/context.ts';
import { Refusal, refuseFields } from '../../platform/refusal.ts';
import { requireDeclared } from '../associations/index.ts';
import { requireCampaign, requireOpenCampaign } from './campaigns.service.ts';
import {
  holdAssociation,
  insertParticipation,
  type ParticipantRow,
  participantsOf,
  takesPart,
} from './participants.repository.ts';

export async function listParticipants(ctx: Context, campaignId: string): Promise<Participant[]> {
  await requireCampaign(ctx, campaignId);
  const rows = await participantsOf(ctx.db, campaignId);
  return rows.map(toParticipant);
}

export async function addParticipant(
  ctx: Context,
  campaignId: string,
  associationId: string,
): Promise<Participant[]> {
  await requireOpenCampaign(ctx, campaignId, 'either');
  const status = await holdAssociation(ctx.db, associationId);
  if (status === undefined) throw refuseFields(fieldError('associationId', 'no_such_reference'));
  if (status !== 'declared') throw refuseFields(fieldError('associationId', 'wrong_kind'));
  if (!(await insertParticipation(ctx.db, campaignId, associationId, ctx.now()))) {
    throw new Refusal('conflict');
  }
  ctx.announce({ kind: 'campaignChanged', campaignId, topics: ['campaign', 'participants'] });
  const answer = await listParticipants(ctx, campaignId);
  await audit(ctx, {
    action: 'participation.added',
    subjectType: 'association',
    subjectId: associationId,
    campaignId,
  });
  return answer;
}

/** @throws {Refusal} `not_participating`; `association_not_declared` for one that was suspended or dissolved since */
export async function requireParticipant(
  { db }: Context,
  campaignId: string,
  associationId: string,
): Promise<void> {
  if (!(await takesPart(db, campaignId, associationId))) throw new Refusal('not_participating');
  await requireDeclared(db, associationId);
}

function toParticipant(row: ParticipantRow): Participant {
  return {
    association: { id: row.id, nameAr: row.nameAr, nameEn: row.nameEn, kind: row.kind },
    joinedAt: row.joinedAt.toISOString(),
    pledgedKg: row.pledgedG / 1000,
    receivedKg: row.receivedG / 1000,
    deliveredKg: row.deliveredG / 1000,
    pledgeCount: row.pledgeCount,
  };
}
