import type { Coverage, ItemRef, Need, SiteRef } from '@qafila/contract';

const uuid = (kind: string, number: number) =>
  `${kind}0000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

export function sampleItem(number: number, unitWeightG = 1000): ItemRef {
  return {
    id: uuid('a', number),
    code: `ITEM${number}`,
    nameAr: `مادة ${number}`,
    nameEn: `Item ${number}`,
    category: 'bedding',
    unit: 'piece',
    unitWeightG,
    unitVolumeMl: 1000,
  };
}

export function sampleSite(number: number, governorateCode = 'SY06'): SiteRef {
  return {
    id: uuid('b', number),
    kind: 'distribution_point',
    nameAr: `موقع ${number}`,
    nameEn: `Site ${number}`,
    governorateCode,
    lat: 35,
    lng: 36,
  };
}

/** A need of which nothing is covered, unless `coverage` says so. */
export function sampleNeed(
  number: number,
  site: SiteRef,
  item: ItemRef,
  it: Partial<Omit<Need, 'coverage'>> & { coverage?: Partial<Coverage> } = {},
): Need {
  const quantity = it.quantity ?? 100;
  return {
    id: uuid('c', number),
    site,
    item,
    priority: 2,
    neededBy: '2026-10-14T09:00:00.000Z',
    households: null,
    note: '',
    version: 1,
    ...it,
    quantity,
    coverage: {
      needed: quantity,
      delivered: 0,
      aboard: 0,
      onHand: 0,
      pledged: 0,
      gap: quantity,
      ...it.coverage,
    },
  };
}
