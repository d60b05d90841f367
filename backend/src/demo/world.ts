/**
 * The demo's story, as data: the forest-fire response of October 2020, told relative to now. Associations and
 * people are invented. Everything here goes in through the front door: the loader calls the server's own API with
 * its clock set back.
 */

export const DEMO_PASSWORD = 'qafila-demo';

type Named = { nameAr: string; nameEn: string };

export const ASSOCIATIONS = {
  sindiyana: {
    nameAr: 'جمعية السنديانة',
    nameEn: 'Sindiyana Association',
    kind: 'association',
    number: 412,
    declaredOn: '2020-02-09',
    contact: 'ليلى نصر',
  },
  jusour: {
    nameAr: 'مؤسسة جسور العون',
    nameEn: 'Jusour al-Awn Foundation',
    kind: 'foundation',
    number: 418,
    declaredOn: '2020-03-15',
    contact: 'باسل حداد',
  },
  bayader: {
    nameAr: 'جمعية بيادر التعاون',
    nameEn: 'Bayader Cooperation Association',
    kind: 'association',
    number: 421,
    declaredOn: '2020-04-20',
    contact: 'سعاد عمران',
  },
  zaytoun: {
    nameAr: 'جمعية ظلال الزيتون',
    nameEn: 'Olive Shade Association',
    kind: 'association',
    number: 425,
    declaredOn: '2020-06-14',
    contact: 'غسان مخلوف',
  },
  yasmin: {
    nameAr: 'مؤسسة درب الياسمين',
    nameEn: 'Jasmine Path Foundation',
    kind: 'foundation',
    number: 427,
    declaredOn: '2020-07-05',
    contact: 'رغد شاهين',
  },
  barada: {
    nameAr: 'جمعية ضفاف بردى',
    nameEn: 'Barada Banks Association',
    kind: 'association',
    number: 430,
    declaredOn: '2020-08-23',
    contact: 'أنس العطار',
  },
  bayt: {
    nameAr: 'جمعية البيت الكبير',
    nameEn: 'Big House Association',
    kind: 'association',
    number: 431,
    declaredOn: '2020-09-06',
    contact: 'وفاء سكر',
  },
  qamh: {
    nameAr: 'مؤسسة درب القمح',
    nameEn: 'Wheat Road Foundation',
    kind: 'foundation',
    number: 433,
    declaredOn: '2020-10-04',
    contact: 'مضر ديوب',
  },
} as const satisfies Record<
  string,
  Named & { kind: 'association' | 'foundation'; number: number; declaredOn: string; contact: string }
>;
export type AssociationKey = keyof typeof ASSOCIATIONS;

export const PEOPLE = [
  { email: 'admin@demo.qafila', name: 'مازن الحكيم', role: 'admin', of: null },
  { email: 'official@demo.qafila', name: 'هدى المصري', role: 'official', of: null },
  { email: 'official2@demo.qafila', name: 'سامي دركزلي', role: 'official', of: null },
  { email: 'coordinator@demo.qafila', name: 'رنا العلي', role: 'coordinator', of: null },
  { email: 'association1@demo.qafila', name: 'ليلى نصر', role: 'association', of: 'sindiyana' },
  { email: 'association2@demo.qafila', name: 'باسل حداد', role: 'association', of: 'jusour' },
] as const satisfies { email: string; name: string; role: string; of: AssociationKey | null }[];

/** Associations with an account do their own work; for the others the directorate does, as it comes on paper. */
export function accountOf(association: AssociationKey): string | undefined {
  return PEOPLE.find(({ of }) => of === association)?.email;
}

export function accountOfNamed(nameAr: string): string | undefined {
  return PEOPLE.find(({ of }) => of !== null && ASSOCIATIONS[of].nameAr === nameAr)?.email;
}

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
  { plate: '12-771305', kind: 'van', kg: 2_500, litres: 14_000, driver: '' },
  { plate: '47-580321', kind: 'medium_truck', kg: 7_500, litres: 20_000, driver: '' },
] as const;
