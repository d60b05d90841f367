import type { AidCadence, AidKind, DeclineReason, ReferralOutcome, WithdrawalReason } from '@qafila/contract';
import type { ItemKey } from '../world.ts';

/** Citizens’ requests of the last eight months. All names are invented, and say so. */
const FIRST = [
  'سمر',
  'عدنان',
  'هيام',
  'مروان',
  'نوال',
  'رضوان',
  'فاديا',
  'بسام',
  'ميساء',
  'إياد',
  'سلوى',
  'حازم',
];
const FAMILY = [
  'الخضري',
  'شهاب',
  'البارودي',
  'قاسم',
  'الدقاق',
  'مرعي',
  'النجار',
  'حيدر',
  'السمان',
  'عرفة',
  'الصباغ',
];
const MARK = '(تجريبي)';

/** Both lists have no common length, so the pairs differ for long. */
export function citizenName(index: number): string {
  return `${FIRST[index % FIRST.length]} ${FAMILY[index % FAMILY.length]} ${MARK}`;
}

/** No governorate’s numbers begin so. */
export function citizenNumber(index: number): string {
  return `99${String(index).padStart(9, '0')}`;
}

export const REQUESTS: Readonly<Record<AidKind, readonly string[]>> = {
  medical: [
    'دواء ضغط وسكري لثلاثة أشهر',
    'تكلفة عملية تنظير',
    'نظارة طبية لطالب',
    'حليب خاص لرضيع',
    'جلسات علاج فيزيائي',
  ],
  in_kind: ['سلة غذائية لأسرة', 'أغطية وفرش قبل الشتاء', 'مستلزمات نظافة', 'ملابس لأطفال في سن المدرسة'],
  cash: ['إيجار متأخر', 'أقساط مدرسية', 'معيل مصاب لا يعمل', 'مصاريف نقل إلى المشفى'],
};

export const MEDICINES = ['دواء للضغط', 'دواء للسكري', 'شرائط فحص', 'ضماد ومعقمات'] as const;
export const GOODS: readonly (readonly [ItemKey, number])[] = [
  ['rice', 10],
  ['oil', 4],
  ['blanket', 3],
  ['hygiene', 1],
  ['clothing', 2],
];
export const AMOUNTS_SYP: Readonly<Record<AidCadence, readonly number[]>> = {
  monthly: [150_000, 200_000, 250_000],
  emergency: [300_000, 450_000, 600_000, 1_200_000],
};

/** Where the citizens live, the capital more often. */
export const PLACES = ['SY01', 'SY01', 'SY03', 'SY01', 'SY03', 'SY06', 'SY04'] as const;

/** What is done with a case, days after it was registered. */
export type Deed =
  | { do: 'refer' }
  | { do: 'accept' }
  | { do: 'help' }
  | { do: 'recall' }
  | { do: 'erase' }
  | { do: 'decline'; reason: DeclineReason; note: string }
  | { do: 'withdraw'; reason: Exclude<WithdrawalReason, 'lapsed'> }
  | { do: 'close'; outcome: ReferralOutcome; note: string };
export type Fate = readonly (readonly [days: number, deed: Deed])[];

const refer = { do: 'refer' } as const;
const accept = { do: 'accept' } as const;
const help = { do: 'help' } as const;
const helped = { do: 'close', outcome: 'helped', note: '' } as const;

/** How emergencies go, in turn; what lies ahead of now has not happened yet. */
export const EMERGENCIES: readonly Fate[] = [
  [
    [0.1, refer],
    [1, accept],
    [2, help],
    [3, helped],
  ],
  [
    [0.2, refer],
    [1.5, { do: 'decline', reason: 'no_capacity', note: 'وصلنا إلى سقف هذا الشهر' }],
    [2, refer],
    [3, accept],
    [4, help],
    [6, helped],
  ],
  [
    [0.3, refer],
    [2, accept],
    [5, { do: 'close', outcome: 'not_entitled', note: 'يتقاضى معونة من جهة أخرى' }],
  ],
  [
    [0.1, refer],
    [0.8, accept],
    [1, help],
    [4, help],
    [7, helped],
  ],
  [
    [0.3, refer],
    [1, accept],
    [9, { do: 'close', outcome: 'unreachable', note: 'الهاتف مغلق والعنوان قديم' }],
  ],
  [
    [0.2, refer],
    [5, { do: 'recall' }],
    [5.1, refer],
    [6, accept],
    [7, help],
    [10, helped],
  ],
  [[3, { do: 'withdraw', reason: 'citizen_withdrew' }]],
  [
    [0.2, refer],
    [1, { do: 'decline', reason: 'other_place', note: '' }],
    [12, { do: 'withdraw', reason: 'no_association' }],
  ],
  [
    [0.1, refer],
    [1.2, accept],
    [2, help],
    [8, { do: 'close', outcome: 'other', note: 'انتقلت الأسرة إلى محافظة أخرى' }],
  ],
  [
    [0.2, refer],
    [1, accept],
    [4, { do: 'erase' }],
  ],
];

/** How monthly aid begins and ends; in between its months are given one by one. */
export const MONTHLY: readonly Fate[] = [
  [
    [0.3, refer],
    [2, accept],
    [3, help],
  ],
  [
    [0.2, refer],
    [3, accept],
    [4, help],
    [130, helped],
  ],
  [
    [0.4, refer],
    [2, { do: 'decline', reason: 'no_capacity', note: '' }],
    [3, refer],
    [4, accept],
    [6, help],
  ],
  [
    [0.2, refer],
    [1, accept],
    [2, help],
    [75, { do: 'close', outcome: 'helped', note: 'صار لها دخل ثابت' }],
  ],
  [
    [0.3, refer],
    [4, { do: 'decline', reason: 'not_entitled', note: 'دخل الأسرة فوق الحد' }],
    [9, { do: 'withdraw', reason: 'no_association' }],
  ],
];
