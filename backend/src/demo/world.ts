/**
 * The demo's story, as data: the forest-fire response of October 2020, told relative to now. Associations and
 * people are invented. Everything here goes in through the front door: the loader calls the server's own API with
 * its clock set back.
 */

export const DEMO_PASSWORD = 'qafila-demo';

type Named = { nameAr: string; nameEn: string };

export const ASSOCIATIONS = {
  sindiyana: { nameAr: 'جمعية السنديانة', nameEn: 'Sindiyana Association', kind: 'association', number: 412 },
  jusour: { nameAr: 'مؤسسة جسور العون', nameEn: 'Jusour al-Awn Foundation', kind: 'foundation', number: 418 },
  bayader: {
    nameAr: 'جمعية بيادر التعاون',
    nameEn: 'Bayader Cooperation Association',
    kind: 'association',
    number: 421,
  },
  zaytoun: {
    nameAr: 'جمعية ظلال الزيتون',
    nameEn: 'Olive Shade Association',
    kind: 'association',
    number: 425,
  },
  yasmin: {
    nameAr: 'مؤسسة درب الياسمين',
    nameEn: 'Jasmine Path Foundation',
    kind: 'foundation',
    number: 427,
  },
  barada: { nameAr: 'جمعية ضفاف بردى', nameEn: 'Barada Banks Association', kind: 'association', number: 430 },
  bayt: { nameAr: 'جمعية البيت الكبير', nameEn: 'Big House Association', kind: 'association', number: 431 },
  qamh: { nameAr: 'مؤسسة درب القمح', nameEn: 'Wheat Road Foundation', kind: 'foundation', number: 433 },
} as const satisfies Record<string, Named & { kind: 'association' | 'foundation'; number: number }>;
export type AssociationKey = keyof typeof ASSOCIATIONS;

export const PEOPLE = [
  { email: 'admin@demo.qafila', name: 'مازن الحكيم', role: 'admin', of: null },
  { email: 'official@demo.qafila', name: 'هدى المصري', role: 'official', of: null },
  { email: 'coordinator@demo.qafila', name: 'رنا العلي', role: 'coordinator', of: null },
  { email: 'association1@demo.qafila', name: 'ليلى نصر', role: 'association', of: 'sindiyana' },
  { email: 'association2@demo.qafila', name: 'باسل حداد', role: 'association', of: 'jusour' },
] as const satisfies { email: string; name: string; role: string; of: AssociationKey | null }[];

const warehouse = 'warehouse';
const destination = 'distribution_point';
export const SITES = {
  zablatani: {
    kind: warehouse,
    nameAr: 'مستودع الزبلطاني',
    nameEn: 'Zablatani warehouse',
    gov: 'SY01',
    at: [33.512, 36.328],
    contact: 'ماهر سلوم',
  },
  mezzeh: {
    kind: 'collection_point',
    nameAr: 'مركز تجميع المزة',
    nameEn: 'Mezzeh collection point',
    gov: 'SY01',
    at: [33.5046, 36.2473],
    contact: 'سمر قباني',
  },
  lattakia: {
    kind: destination,
    nameAr: 'اللاذقية',
    nameEn: 'Lattakia',
    gov: 'SY06',
    at: [35.5407, 35.795],
    contact: 'عماد ديب',
  },
  haffa: {
    kind: destination,
    nameAr: 'الحفة',
    nameEn: 'Al-Haffa',
    gov: 'SY06',
    at: [35.5982, 36.0301],
    contact: 'هالة كنعان',
  },
  qardaha: {
    kind: destination,
    nameAr: 'القرداحة',
    nameEn: 'Al-Qardaha',
    gov: 'SY06',
    at: [35.4564, 36.0591],
    contact: 'علي صقر',
  },
  kasab: {
    kind: destination,
    nameAr: 'كسب',
    nameEn: 'Kasab',
    gov: 'SY06',
    at: [35.9258, 35.9867],
    contact: 'سيرا بدروسيان',
  },
  jableh: {
    kind: destination,
    nameAr: 'جبلة',
    nameEn: 'Jableh',
    gov: 'SY06',
    at: [35.362, 35.945],
    contact: 'نضال حسن',
  },
  baniyas: {
    kind: destination,
    nameAr: 'بانياس',
    nameEn: 'Baniyas',
    gov: 'SY10',
    at: [35.1819, 35.955],
    contact: 'رامي يوسف',
  },
  tartous: {
    kind: destination,
    nameAr: 'طرطوس',
    nameEn: 'Tartous',
    gov: 'SY10',
    at: [34.889, 35.9],
    contact: 'غادة إبراهيم',
  },
  dreikish: {
    kind: destination,
    nameAr: 'الدريكيش',
    nameEn: 'Dreikish',
    gov: 'SY10',
    at: [34.8951, 36.143],
    contact: 'سليمان ونوس',
  },
  mashta: {
    kind: destination,
    nameAr: 'مشتى الحلو',
    nameEn: 'Mashta al-Helou',
    gov: 'SY10',
    at: [34.8746, 36.251],
    contact: 'جورج خوري',
  },
  tallkalakh: {
    kind: destination,
    nameAr: 'تلكلخ',
    nameEn: 'Tallkalakh',
    gov: 'SY04',
    at: [34.688, 36.26],
    contact: 'فادي مرعي',
  },
} as const satisfies Record<
  string,
  Named & { kind: string; gov: string; at: [number, number]; contact: string }
>;
export type SiteKey = keyof typeof SITES;

/** Catalogue codes of what this campaign moves, in the columns' order of the needs table below. */
export const ITEM_CODES = {
  blanket: 'HSHEBLANWMT1',
  tarpaulin: 'HSHETARPW406',
  kitchen: 'KRELCOOSETA',
  hygiene: 'KRELHYPA05P',
  lantern: 'EELESOLABPK4',
  rice: 'QFOODRICE',
  oil: 'QFOODSUNOIL',
  powerbank: 'QPWRBANK10',
  clothing: 'QCLOTHPARCEL',
} as const;
export type ItemKey = keyof typeof ITEM_CODES;

export const VEHICLES = [
  { plate: '47-218563', kind: 'covered_truck', kg: 9_000, litres: 32_000, driver: 'سامر درويش' },
  { plate: '47-305194', kind: 'medium_truck', kg: 7_500, litres: 18_000, driver: 'وائل حمود' },
  { plate: '47-412806', kind: 'covered_truck', kg: 9_000, litres: 32_000, driver: 'نزار محفوض' },
  { plate: '47-388174', kind: 'covered_truck', kg: 9_000, litres: 30_000, driver: 'حسام بكري' },
  { plate: '47-427530', kind: 'medium_truck', kg: 7_500, litres: 20_000, driver: 'ياسر عيسى' },
  { plate: '47-401962', kind: 'medium_truck', kg: 7_500, litres: 20_000, driver: 'جهاد رستم' },
  { plate: '47-559310', kind: 'covered_truck', kg: 9_000, litres: 32_000, driver: 'أيمن شعبان' },
  { plate: '47-560228', kind: 'medium_truck', kg: 7_500, litres: 20_000, driver: 'مروان زين' },
  { plate: '47-561447', kind: 'covered_truck', kg: 9_000, litres: 32_000, driver: 'فراس جبور' },
  { plate: '47-570015', kind: 'medium_truck', kg: 7_500, litres: 18_000, driver: 'خالد منصور' },
  { plate: '47-571902', kind: 'covered_truck', kg: 9_000, litres: 32_000, driver: 'طارق سعيد' },
  { plate: '12-660047', kind: 'van', kg: 1_500, litres: 10_000, driver: '' },
] as const;

/** Needed quantities by destination; the due day counts from today. Priority 1 is life-saving. */
export const NEEDS: {
  site: SiteKey;
  item: ItemKey;
  quantity: number;
  priority: 1 | 2 | 3;
  dueDay: number;
  households?: number;
}[] = [
  { site: 'haffa', item: 'blanket', quantity: 600, priority: 1, dueDay: 1, households: 140 },
  { site: 'haffa', item: 'tarpaulin', quantity: 300, priority: 1, dueDay: 1 },
  { site: 'haffa', item: 'kitchen', quantity: 180, priority: 2, dueDay: 4 },
  { site: 'haffa', item: 'hygiene', quantity: 350, priority: 2, dueDay: 3 },
  { site: 'haffa', item: 'rice', quantity: 6_000, priority: 1, dueDay: 3 },
  { site: 'haffa', item: 'oil', quantity: 1_200, priority: 3, dueDay: 5 },
  { site: 'qardaha', item: 'blanket', quantity: 500, priority: 1, dueDay: 2, households: 110 },
  { site: 'qardaha', item: 'tarpaulin', quantity: 220, priority: 2, dueDay: 4 },
  { site: 'qardaha', item: 'hygiene', quantity: 280, priority: 2, dueDay: 4 },
  { site: 'qardaha', item: 'lantern', quantity: 250, priority: 3, dueDay: 6 },
  { site: 'qardaha', item: 'rice', quantity: 5_000, priority: 1, dueDay: 3 },
  { site: 'kasab', item: 'blanket', quantity: 420, priority: 1, dueDay: 2, households: 85 },
  { site: 'kasab', item: 'tarpaulin', quantity: 200, priority: 1, dueDay: 2 },
  { site: 'kasab', item: 'kitchen', quantity: 120, priority: 2, dueDay: 5 },
  { site: 'kasab', item: 'rice', quantity: 3_600, priority: 1, dueDay: 2 },
  { site: 'kasab', item: 'powerbank', quantity: 180, priority: 3, dueDay: 6 },
  { site: 'jableh', item: 'blanket', quantity: 300, priority: 2, dueDay: 4 },
  { site: 'jableh', item: 'rice', quantity: 2_800, priority: 2, dueDay: 4 },
  { site: 'jableh', item: 'oil', quantity: 600, priority: 3, dueDay: 6 },
  { site: 'lattakia', item: 'blanket', quantity: 700, priority: 1, dueDay: 3, households: 190 },
  { site: 'lattakia', item: 'hygiene', quantity: 400, priority: 2, dueDay: 4 },
  { site: 'lattakia', item: 'rice', quantity: 7_000, priority: 1, dueDay: 4 },
  { site: 'lattakia', item: 'clothing', quantity: 500, priority: 2, dueDay: 5 },
  { site: 'baniyas', item: 'blanket', quantity: 380, priority: 2, dueDay: 3 },
  { site: 'baniyas', item: 'kitchen', quantity: 110, priority: 2, dueDay: 5 },
  { site: 'baniyas', item: 'rice', quantity: 3_600, priority: 2, dueDay: 4 },
  { site: 'baniyas', item: 'oil', quantity: 800, priority: 3, dueDay: 6 },
  { site: 'tartous', item: 'blanket', quantity: 400, priority: 1, dueDay: 2, households: 95 },
  { site: 'tartous', item: 'rice', quantity: 4_000, priority: 1, dueDay: 2 },
  { site: 'tartous', item: 'hygiene', quantity: 240, priority: 2, dueDay: 3 },
  { site: 'tartous', item: 'powerbank', quantity: 150, priority: 3, dueDay: 5 },
  { site: 'dreikish', item: 'blanket', quantity: 260, priority: 2, dueDay: 3 },
  { site: 'dreikish', item: 'tarpaulin', quantity: 120, priority: 2, dueDay: 4 },
  { site: 'dreikish', item: 'lantern', quantity: 120, priority: 3, dueDay: 1 },
  { site: 'dreikish', item: 'rice', quantity: 2_400, priority: 1, dueDay: 3 },
  { site: 'mashta', item: 'blanket', quantity: 180, priority: 2, dueDay: 4 },
  { site: 'mashta', item: 'rice', quantity: 1_800, priority: 2, dueDay: 5 },
  { site: 'tallkalakh', item: 'blanket', quantity: 240, priority: 1, dueDay: 1, households: 60 },
  { site: 'tallkalakh', item: 'tarpaulin', quantity: 90, priority: 2, dueDay: 4 },
  { site: 'tallkalakh', item: 'rice', quantity: 2_200, priority: 2, dueDay: 4 },
  { site: 'tallkalakh', item: 'oil', quantity: 480, priority: 3, dueDay: 6 },
];

/**
 * Pledges; `hoursAgo` is when they were offered. `accept` and `receive` default to the whole quantity; null stops
 * there: `accept: null` awaits a decision, `receive: null` is still to come in.
 */
export type DemoPledge = {
  key: string;
  by: AssociationKey;
  site: SiteKey;
  item: ItemKey;
  quantity: number;
  hoursAgo: number;
  accept?: number | null;
  receive?: number | null;
  note?: string;
};
export const PLEDGES: DemoPledge[] = [
  { key: 'tar-blanket', by: 'sindiyana', site: 'tartous', item: 'blanket', quantity: 300, hoursAgo: 150 },
  { key: 'tar-rice', by: 'barada', site: 'tartous', item: 'rice', quantity: 3_000, hoursAgo: 148 },
  { key: 'tar-hygiene', by: 'jusour', site: 'tartous', item: 'hygiene', quantity: 180, hoursAgo: 147 },
  { key: 'tar-power', by: 'qamh', site: 'tartous', item: 'powerbank', quantity: 150, hoursAgo: 146 },
  { key: 'haf-blanket-1', by: 'sindiyana', site: 'haffa', item: 'blanket', quantity: 220, hoursAgo: 145 },
  { key: 'haf-rice-1', by: 'zaytoun', site: 'haffa', item: 'rice', quantity: 3_000, hoursAgo: 144 },
  { key: 'haf-kitchen-1', by: 'bayader', site: 'haffa', item: 'kitchen', quantity: 60, hoursAgo: 143 },
  { key: 'lat-blanket-1', by: 'jusour', site: 'lattakia', item: 'blanket', quantity: 300, hoursAgo: 142 },
  { key: 'lat-hygiene-1', by: 'yasmin', site: 'lattakia', item: 'hygiene', quantity: 150, hoursAgo: 141 },
  { key: 'lat-rice-1', by: 'barada', site: 'lattakia', item: 'rice', quantity: 2_500, hoursAgo: 140 },
  { key: 'ban-blanket', by: 'bayt', site: 'baniyas', item: 'blanket', quantity: 300, hoursAgo: 96 },
  { key: 'ban-kitchen', by: 'bayader', site: 'baniyas', item: 'kitchen', quantity: 80, hoursAgo: 95 },
  { key: 'ban-rice', by: 'barada', site: 'baniyas', item: 'rice', quantity: 2_800, hoursAgo: 94 },
  { key: 'qar-blanket', by: 'sindiyana', site: 'qardaha', item: 'blanket', quantity: 340, hoursAgo: 92 },
  { key: 'qar-rice', by: 'zaytoun', site: 'qardaha', item: 'rice', quantity: 3_500, hoursAgo: 91 },
  { key: 'qar-hygiene', by: 'jusour', site: 'qardaha', item: 'hygiene', quantity: 140, hoursAgo: 90 },
  { key: 'qar-lantern', by: 'yasmin', site: 'qardaha', item: 'lantern', quantity: 120, hoursAgo: 90 },
  { key: 'lat-clothing', by: 'bayt', site: 'lattakia', item: 'clothing', quantity: 350, hoursAgo: 89 },
  { key: 'lat-rice-2', by: 'qamh', site: 'lattakia', item: 'rice', quantity: 3_000, hoursAgo: 88 },
  { key: 'dre-blanket', by: 'sindiyana', site: 'dreikish', item: 'blanket', quantity: 160, hoursAgo: 80 },
  { key: 'dre-tarp', by: 'jusour', site: 'dreikish', item: 'tarpaulin', quantity: 60, hoursAgo: 79 },
  { key: 'dre-rice', by: 'zaytoun', site: 'dreikish', item: 'rice', quantity: 1_600, hoursAgo: 79 },
  { key: 'mas-blanket', by: 'bayt', site: 'mashta', item: 'blanket', quantity: 120, hoursAgo: 78 },
  { key: 'mas-rice', by: 'qamh', site: 'mashta', item: 'rice', quantity: 1_200, hoursAgo: 78 },
  { key: 'tal-blanket', by: 'jusour', site: 'tallkalakh', item: 'blanket', quantity: 140, hoursAgo: 60 },
  { key: 'tal-tarp', by: 'sindiyana', site: 'tallkalakh', item: 'tarpaulin', quantity: 60, hoursAgo: 58 },
  { key: 'tal-rice', by: 'barada', site: 'tallkalakh', item: 'rice', quantity: 1_500, hoursAgo: 57 },
  { key: 'tal-oil', by: 'bayader', site: 'tallkalakh', item: 'oil', quantity: 320, hoursAgo: 56 },
  { key: 'haf-blanket-2', by: 'sindiyana', site: 'haffa', item: 'blanket', quantity: 120, hoursAgo: 40 },
  {
    key: 'haf-blanket-3',
    by: 'jusour',
    site: 'haffa',
    item: 'blanket',
    quantity: 150,
    hoursAgo: 39,
    receive: 60,
    note: 'الدفعة الثانية تصل غداً صباحاً',
  },
  { key: 'haf-tarp', by: 'sindiyana', site: 'haffa', item: 'tarpaulin', quantity: 220, hoursAgo: 38 },
  {
    key: 'haf-hygiene',
    by: 'yasmin',
    site: 'haffa',
    item: 'hygiene',
    quantity: 180,
    hoursAgo: 36,
    accept: 160,
    receive: 158,
  },
  { key: 'haf-oil', by: 'bayader', site: 'haffa', item: 'oil', quantity: 480, hoursAgo: 36 },
  { key: 'kas-blanket', by: 'bayt', site: 'kasab', item: 'blanket', quantity: 270, hoursAgo: 34 },
  { key: 'kas-rice', by: 'zaytoun', site: 'kasab', item: 'rice', quantity: 2_400, hoursAgo: 33 },
  {
    key: 'kas-kitchen',
    by: 'bayader',
    site: 'kasab',
    item: 'kitchen',
    quantity: 70,
    hoursAgo: 33,
    receive: null,
  },
  {
    key: 'jab-blanket',
    by: 'qamh',
    site: 'jableh',
    item: 'blanket',
    quantity: 180,
    hoursAgo: 30,
    receive: null,
  },
  { key: 'jab-rice', by: 'barada', site: 'jableh', item: 'rice', quantity: 1_800, hoursAgo: 30 },
  {
    key: 'lat-blanket-2',
    by: 'sindiyana',
    site: 'lattakia',
    item: 'blanket',
    quantity: 500,
    hoursAgo: 28,
    accept: 400,
    receive: null,
  },
  {
    key: 'kas-power',
    by: 'qamh',
    site: 'kasab',
    item: 'powerbank',
    quantity: 90,
    hoursAgo: 26,
    receive: null,
  },
  {
    key: 'offer-1',
    by: 'jusour',
    site: 'haffa',
    item: 'blanket',
    quantity: 180,
    hoursAgo: 0.2,
    accept: null,
  },
  {
    key: 'offer-2',
    by: 'zaytoun',
    site: 'haffa',
    item: 'tarpaulin',
    quantity: 60,
    hoursAgo: 0.6,
    accept: null,
  },
  { key: 'offer-3', by: 'bayader', site: 'kasab', item: 'rice', quantity: 1_000, hoursAgo: 1, accept: null },
  {
    key: 'offer-4',
    by: 'sindiyana',
    site: 'dreikish',
    item: 'lantern',
    quantity: 80,
    hoursAgo: 2,
    accept: null,
  },
];

/** Cargo rows: [index of the vehicle on this convoy, stop, pledge, quantity]. */
type Cargo = [number, SiteKey, string, number];
/** What a settled stop counted other than whole: pledge → damaged, missing, why. */
type Count = {
  pledge: string;
  damaged: number;
  missing: number;
  reason: 'wet' | 'torn' | 'short_count';
  note: string;
};

export type DemoConvoy = {
  origin: SiteKey;
  stops: { site: SiteKey; hoursAfterDeparture: number }[];
  /** Indexes into VEHICLES. */
  vehicles: number[];
  /** Real departure against now, negative is past; the plan said `lateHours` earlier. */
  departsInHours: number;
  lateHours?: number;
  leader: string;
  cargo: Cargo[];
  reached: 'planned' | 'loading' | 'en_route' | 'settled';
  /** Share of the cargo loaded, when loading. */
  loadedShare?: number;
  counts?: Count[];
  /** En route: share of the whole way done, and minutes since each vehicle was last heard. */
  progressShare?: number;
  silentMin?: number[];
};

export const CONVOYS: DemoConvoy[] = [
  {
    origin: 'zablatani',
    vehicles: [0, 1],
    departsInHours: -101,
    leader: 'ماهر سلوم',
    reached: 'settled',
    stops: [{ site: 'tartous', hoursAfterDeparture: 5.5 }],
    cargo: [
      [0, 'tartous', 'tar-blanket', 300],
      [0, 'tartous', 'tar-rice', 3_000],
      [1, 'tartous', 'tar-hygiene', 180],
      [1, 'tartous', 'tar-power', 150],
    ],
  },
  {
    origin: 'zablatani',
    vehicles: [2, 3],
    departsInHours: -77,
    leader: 'سمر قباني',
    reached: 'settled',
    stops: [{ site: 'haffa', hoursAfterDeparture: 8 }],
    cargo: [
      [0, 'haffa', 'haf-blanket-1', 220],
      [0, 'haffa', 'haf-kitchen-1', 60],
      [1, 'haffa', 'haf-rice-1', 3_000],
    ],
    counts: [
      { pledge: 'haf-blanket-1', damaged: 6, missing: 2, reason: 'wet', note: 'بلل من غطاء مفتوح' },
      { pledge: 'haf-rice-1', damaged: 25, missing: 0, reason: 'torn', note: 'كيس ممزق' },
    ],
  },
  {
    origin: 'zablatani',
    vehicles: [2, 3, 4, 5],
    departsInHours: -5.6,
    lateHours: 0.45,
    leader: 'نزار محفوض',
    reached: 'en_route',
    stops: [
      { site: 'baniyas', hoursAfterDeparture: 6.1 },
      { site: 'qardaha', hoursAfterDeparture: 7.2 },
      { site: 'lattakia', hoursAfterDeparture: 8.4 },
    ],
    cargo: [
      [0, 'baniyas', 'ban-blanket', 300],
      [0, 'baniyas', 'ban-kitchen', 80],
      [1, 'baniyas', 'ban-rice', 2_800],
      [1, 'qardaha', 'qar-rice', 3_500],
      [2, 'qardaha', 'qar-blanket', 340],
      [2, 'qardaha', 'qar-hygiene', 140],
      [2, 'qardaha', 'qar-lantern', 120],
      [3, 'lattakia', 'lat-rice-1', 2_500],
      [3, 'lattakia', 'lat-rice-2', 3_000],
      [3, 'lattakia', 'lat-hygiene-1', 150],
    ],
    progressShare: 0.7,
    silentMin: [0, 0, 8, 34],
  },
  {
    origin: 'zablatani',
    vehicles: [6, 7, 8],
    departsInHours: -2.6,
    leader: 'أيمن شعبان',
    reached: 'en_route',
    stops: [
      { site: 'dreikish', hoursAfterDeparture: 6.1 },
      { site: 'mashta', hoursAfterDeparture: 6.8 },
    ],
    cargo: [
      [0, 'dreikish', 'dre-blanket', 160],
      [0, 'dreikish', 'dre-tarp', 60],
      [1, 'dreikish', 'dre-rice', 1_600],
      [2, 'mashta', 'mas-blanket', 120],
      [2, 'mashta', 'mas-rice', 1_200],
    ],
    progressShare: 0.42,
    silentMin: [0, 0, 0],
  },
  {
    origin: 'zablatani',
    vehicles: [9, 10],
    departsInHours: 2.5,
    leader: 'خالد منصور',
    reached: 'loading',
    stops: [{ site: 'tallkalakh', hoursAfterDeparture: 4 }],
    cargo: [
      [0, 'tallkalakh', 'tal-blanket', 140],
      [0, 'tallkalakh', 'tal-tarp', 60],
      [1, 'tallkalakh', 'tal-rice', 1_500],
      [1, 'tallkalakh', 'tal-oil', 320],
    ],
    loadedShare: 0.5,
  },
  {
    origin: 'zablatani',
    vehicles: [0, 1, 11],
    departsInHours: 16,
    leader: 'سامر درويش',
    reached: 'planned',
    stops: [
      { site: 'haffa', hoursAfterDeparture: 7 },
      { site: 'kasab', hoursAfterDeparture: 9.5 },
    ],
    cargo: [
      [0, 'haffa', 'haf-tarp', 140],
      [0, 'haffa', 'haf-hygiene', 90],
      [0, 'kasab', 'kas-rice', 1_600],
      [1, 'haffa', 'haf-oil', 300],
      [1, 'kasab', 'kas-blanket', 180],
    ],
  },
];

/** The second, quieter campaign: the National Campaign for Emergency Social Response. */
export const SOCIAL = {
  associations: ['sindiyana', 'barada', 'yasmin'] as AssociationKey[],
  needs: [
    { site: 'lattakia', item: 'hygiene', quantity: 120, priority: 2, dueDay: 20 },
    { site: 'tartous', item: 'clothing', quantity: 200, priority: 3, dueDay: 25 },
  ] as typeof NEEDS,
};
