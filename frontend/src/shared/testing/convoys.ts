import type { Convoy, ConvoyVehicle, ItemRef, ManifestLine, NamedRef, SiteRef, Stop } from '@qafila/contract';

let serial = 0;

/** A uuid that no other fixture has. */
export function testId(): string {
  serial += 1;
  return `00000000-0000-4000-8000-${String(serial).padStart(12, '0')}`;
}

export function testSite(fields: Partial<SiteRef> = {}): SiteRef {
  return {
    id: testId(),
    kind: 'distribution_point',
    nameAr: 'الحفة',
    nameEn: 'Al-Haffa',
    governorateCode: 'SY06',
    lat: 35.6,
    lng: 36.03,
    ...fields,
  };
}

export function testItem(fields: Partial<ItemRef> = {}): ItemRef {
  return {
    id: testId(),
    code: 'HSHEBLANWMT1',
    nameAr: 'بطانية حرارية',
    nameEn: 'Thermal blanket',
    category: 'bedding',
    unit: 'piece',
    unitWeightG: 1_750,
    unitVolumeMl: 11_250,
    ...fields,
  };
}

export function testAssociation(fields: Partial<NamedRef> = {}): NamedRef {
  return { id: testId(), nameAr: 'جمعية السنديانة', nameEn: 'Al-Sindiyana', ...fields };
}

export function testStop(fields: Partial<Stop> = {}): Stop {
  return {
    id: testId(),
    ordinal: 1,
    site: testSite(),
    status: 'pending',
    plannedArrivalAt: '2026-10-15T09:40:00Z',
    plannedHaltMin: 60,
    arrivedAt: null,
    unloadingAt: null,
    endedAt: null,
    route: [],
    routeKind: 'straight',
    distanceM: 300_000,
    cargoKg: 0,
    ...fields,
  };
}

export function testVehicle(fields: Partial<ConvoyVehicle> = {}): ConvoyVehicle {
  return {
    id: testId(),
    vehicleId: testId(),
    number: 1,
    ordinal: 1,
    plate: '47-218563',
    kind: 'covered_truck',
    transporter: '',
    trailerPlate: '',
    driverName: 'سامر د.',
    driverPhone: '',
    driverLicence: '',
    seals: '',
    maxWeightG: 9_000_000,
    maxVolumeMl: 32_000_000,
    plannedWeightG: 0,
    plannedVolumeMl: 0,
    trackerCount: 1,
    plausibleSpeedMps: 33,
    ...fields,
  };
}

export function testConvoy(fields: Partial<Convoy> = {}): Convoy {
  return {
    id: testId(),
    code: 'QF-2026-004',
    campaignId: testId(),
    status: 'planned',
    origin: testSite({ kind: 'warehouse' }),
    stops: [testStop()],
    vehicles: [testVehicle()],
    leaderName: '',
    leaderPhone: '',
    note: '',
    plannedDepartureAt: '2026-10-15T02:00:00Z',
    loadingAt: null,
    departedAt: null,
    arrivedAt: null,
    endedAt: null,
    cargoKg: 0,
    loadedKg: 0,
    version: 1,
    ...fields,
  };
}

export function testLine(fields: Partial<ManifestLine> = {}): ManifestLine {
  return {
    id: testId(),
    convoyVehicleId: testId(),
    stopId: testId(),
    accountId: 1,
    lotId: testId(),
    lotCode: 'L-0412',
    item: testItem(),
    association: testAssociation(),
    quantity: 100,
    loadedQuantity: 0,
    releasedQuantity: 0,
    ...fields,
  };
}
