import type { Journey, LotState, Pledge } from '@qafila/contract';

const NOWHERE: Journey = {
  pledged: 100,
  accepted: 0,
  received: 0,
  loaded: 0,
  aboard: 0,
  delivered: 0,
  damaged: 0,
  missing: 0,
  returned: 0,
};

export function sampleJourney(it: Partial<Journey>): Journey {
  return { ...NOWHERE, ...it };
}

export function sampleLot(number: number, it: Partial<LotState>): LotState {
  return {
    id: `d0000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
    code: `L-${String(number).padStart(4, '0')}`,
    expiresOn: null,
    received: 0,
    onHand: 0,
    aboard: 0,
    delivered: 0,
    damaged: 0,
    missing: 0,
    returned: 0,
    ...it,
  };
}

export function pledgeNeed(gap: number): NonNullable<Pledge['need']> {
  const site: Pledge['site'] = {
    id: 'b0000000-0000-4000-8000-000000000001',
    kind: 'distribution_point',
    nameAr: 'الحفة',
    nameEn: 'Al-Haffa',
    governorateCode: 'SY06',
    lat: 35.6,
    lng: 36,
  };
  return {
    id: 'c0000000-0000-4000-8000-000000000001',
    site,
    priority: 1,
    neededBy: '2026-10-14T09:00:00.000Z',
    gap,
  };
}
