import { fieldError } from '@qafila/contract';
import type { Db } from '@qafila/db';
import { refuseFields } from '../../platform/refusal.ts';
import { siteRefs } from '../reference/index.ts';

/** Associations bring goods to a warehouse or a collection point, never straight to where they are handed out. */
export async function refuseWrongReceivingSite(db: Db, siteId: string): Promise<void> {
  const site = (await siteRefs(db, [siteId])).get(siteId);
  if (!site) throw refuseFields(fieldError('siteId', 'no_such_reference'));
  if (site.kind === 'distribution_point') throw refuseFields(fieldError('siteId', 'wrong_kind'));
}
