import { randomUUID } from 'node:crypto';
import { acceptPledge, offerPledge, recordReceipt } from '@qafila/contract';
import type { Client } from './client.ts';
import type { StoryClock } from './clock.ts';
import { type Ids, idOf } from './setting.ts';
import { type DemoPledge, PLEDGES } from './world-pledges.ts';

/** Something that happens at an hour of the story, against now. */
export type Event = { atHours: number; happen: () => Promise<void> };

/** Hours from the promise to its acceptance, and to the goods' arrival at the warehouse. */
const DECIDED_AFTER_H = 1;
const RECEIVED_AFTER_H = 10;

/** The pledges' events; fills `lots` with the lot that each pledge's receipt made, by the pledge's key. */
export function pledgeEvents(
  coordinator: Client,
  members: ReadonlyMap<string, Client>,
  clock: StoryClock,
  campaignId: string,
  ids: Ids,
  needs: Ids,
  lots: Map<string, string>,
): Event[] {
  return PLEDGES.flatMap((pledge) => {
    let pledgeId = '';
    const events: Event[] = [
      {
        atHours: -pledge.hoursAgo,
        happen: async () => {
          pledgeId = await offer(
            members.get(pledge.by) ?? coordinator,
            clock,
            campaignId,
            ids,
            needs,
            pledge,
            members.has(pledge.by),
          );
        },
      },
    ];
    const accepted = pledge.accept === undefined ? pledge.quantity : pledge.accept;
    if (accepted === null) return events;
    events.push({
      atHours: -pledge.hoursAgo + DECIDED_AFTER_H,
      happen: async () => {
        await coordinator(acceptPledge, { params: { pledgeId }, body: { quantity: accepted } });
      },
    });
    const received = pledge.receive === undefined ? accepted : pledge.receive;
    if (received === null) return events;
    events.push({
      atHours: -pledge.hoursAgo + RECEIVED_AFTER_H,
      happen: async () => {
        const { receipt } = await coordinator(recordReceipt, {
          params: { pledgeId },
          body: {
            receiptId: randomUUID(),
            siteId: idOf(ids, 'zablatani'),
            quantity: received,
            expiresOn: null,
            receivedAt: clock.now().toISOString(),
            note: '',
          },
        });
        lots.set(pledge.key, receipt.lotCode);
      },
    });
    return events;
  });
}

/** Those who can sign in promise for themselves; for the others the coordinator enters what they promised. */
async function offer(
  client: Client,
  clock: StoryClock,
  campaignId: string,
  ids: Ids,
  needs: Ids,
  pledge: DemoPledge,
  isOwn: boolean,
): Promise<string> {
  const { id } = await client(offerPledge, {
    params: { campaignId },
    body: {
      ...(!isOwn && { associationId: idOf(ids, pledge.by) }),
      needId: idOf(needs, `${pledge.site}/${pledge.item}`),
      itemId: idOf(ids, pledge.item),
      quantity: pledge.quantity,
      siteId: idOf(ids, 'zablatani'),
      readyAt: new Date(clock.now().getTime() + RECEIVED_AFTER_H * 3_600_000).toISOString(),
      note: pledge.note ?? '',
    },
  });
  return id;
}
