import {
  addParticipant,
  createAssociation,
  createCampaign,
  createNeed,
  createSite,
  createVehicle,
  listItems,
  moveCampaign,
} from '@qafila/contract';
import { dayInDamascus } from '../platform/calendar.ts';
import type { Client } from './client.ts';
import type { StoryClock } from './clock.ts';
import { ASSOCIATIONS, type AssociationKey, ITEM_CODES, SITES, VEHICLES } from './world.ts';
import type { DemoNeed } from './world-needs.ts';

/** Ids of what the story's rows name by key. */
export type Ids = ReadonlyMap<string, string>;

export function idOf(ids: Ids, key: string): string {
  const id = ids.get(key);
  if (!id) throw new Error(`The demo names ${key}, which it never made`);
  return id;
}

const day = dayInDamascus;

export async function registerAssociations(official: Client): Promise<Ids> {
  const ids = new Map<string, string>();
  for (const [key, it] of Object.entries(ASSOCIATIONS)) {
    const { id } = await official(createAssociation, {
      body: {
        kind: it.kind,
        nameAr: it.nameAr,
        nameEn: it.nameEn,
        governorateCode: 'SY01',
        contactName: it.contact,
        contactPhone: '',
        declarationNumber: it.number,
        declaredOn: it.declaredOn,
      },
    });
    ids.set(key, id);
  }
  return ids;
}

export async function openSites(coordinator: Client): Promise<Ids> {
  const ids = new Map<string, string>();
  for (const [key, it] of Object.entries(SITES)) {
    const { id } = await coordinator(createSite, {
      body: {
        kind: it.kind,
        nameAr: it.nameAr,
        nameEn: it.nameEn,
        governorateCode: it.gov,
        lat: it.at[0],
        lng: it.at[1],
        contactName: it.contact,
        contactPhone: '',
      },
    });
    ids.set(key, id);
  }
  return ids;
}

export async function bringVehicles(coordinator: Client): Promise<string[]> {
  const ids: string[] = [];
  for (const it of VEHICLES) {
    const { id } = await coordinator(createVehicle, {
      body: {
        plate: it.plate,
        kind: it.kind,
        transporter: 'مكتب نقل الغوطة',
        trailerPlate: '',
        maxWeightG: it.kg * 1000,
        maxVolumeMl: it.litres * 1000,
      },
    });
    ids.push(id);
  }
  return ids;
}

export async function itemIds(client: Client): Promise<Ids> {
  const byCode = new Map((await client(listItems)).map((item) => [item.code, item.id]));
  return new Map(Object.entries(ITEM_CODES).map(([key, code]) => [key, idOf(byCode, code)]));
}

export async function startCampaign(
  official: Client,
  clock: StoryClock,
  it: {
    nameAr: string;
    nameEn: string;
    purpose: string;
    fromDay: number;
    toDay: number;
    governorates: string[];
  },
  participants: string[],
): Promise<string> {
  const { id } = await official(createCampaign, {
    body: {
      nameAr: it.nameAr,
      nameEn: it.nameEn,
      purpose: it.purpose,
      startsOn: day(clock.at(it.fromDay * 24)),
      endsOn: day(clock.at(it.toDay * 24)),
      governorateCodes: it.governorates,
    },
  });
  await official(moveCampaign, { params: { campaignId: id }, body: { command: 'activate' } });
  for (const associationId of participants) {
    await official(addParticipant, { params: { campaignId: id }, body: { associationId } });
  }
  return id;
}

/** Returns the needs' ids by `site/item`. */
export async function stateNeeds(
  coordinator: Client,
  clock: StoryClock,
  campaignId: string,
  needs: readonly DemoNeed[],
  ids: Ids,
): Promise<Ids> {
  const made = new Map<string, string>();
  for (const need of needs) {
    const { id } = await coordinator(createNeed, {
      params: { campaignId },
      body: {
        siteId: idOf(ids, need.site),
        itemId: idOf(ids, need.item),
        quantity: need.quantity,
        priority: need.priority,
        neededBy: clock.at(need.dueDay * 24).toISOString(),
        households: need.households ?? null,
        note: '',
      },
    });
    made.set(`${need.site}/${need.item}`, id);
  }
  return made;
}

export function allAssociations(ids: Ids, keys = Object.keys(ASSOCIATIONS) as AssociationKey[]): string[] {
  return keys.map((key) => idOf(ids, key));
}
