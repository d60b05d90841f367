import { randomUUID } from 'node:crypto';
import type { VisitQuestion, VisitSection } from '@qafila/contract';

/** The questions of the demo's checklist, by key. */
export const ASKED = {
  licence: randomUUID(),
  extinguisher: randomUUID(),
  order: randomUUID(),
  seat: randomUUID(),
  books: randomUUID(),
  receipts: randomUUID(),
  volunteers: randomUUID(),
  store: randomUUID(),
  expired: randomUUID(),
  served: randomUUID(),
  complaints: randomUUID(),
  privacy: randomUUID(),
  remarks: randomUUID(),
} as const;
export type AskedKey = keyof typeof ASKED;

const asked = (key: AskedKey, textAr: string, textEn: string, isRequired = true) => ({
  id: ASKED[key],
  textAr,
  textEn,
  isRequired,
});

const seat: VisitQuestion[] = [
  {
    ...asked('licence', 'هل شهادة الإشهار معلّقة في مكان ظاهر؟', 'Is the declaration on display?'),
    kind: 'yes_no',
    raises: { when: 'no', severity: 'minor' },
  },
  {
    ...asked('extinguisher', 'هل توجد مطفأة حريق صالحة؟', 'Is there a working fire extinguisher?'),
    kind: 'yes_no',
    raises: { when: 'no', severity: 'critical' },
  },
  {
    ...asked('order', 'ما مدى نظافة المقر وترتيبه؟', 'How clean and orderly is the seat?'),
    kind: 'scale',
    raises: { when: 'at_most', value: 2, severity: 'minor' },
  },
  { ...asked('seat', 'صورة واجهة المقر', 'A picture of the seat', false), kind: 'photo' },
];
const books: VisitQuestion[] = [
  {
    ...asked('books', 'ما مدى انتظام السجلات المحاسبية؟', 'How well are the accounts kept?'),
    kind: 'scale',
    raises: { when: 'at_most', value: 2, severity: 'major' },
  },
  {
    ...asked('receipts', 'هل تُعطى إيصالات مرقّمة بالتبرعات؟', 'Are numbered receipts given for donations?'),
    kind: 'yes_no',
    raises: { when: 'no', severity: 'major' },
  },
  {
    ...asked('volunteers', 'عدد المتطوعين النشيطين', 'Active volunteers', false),
    ...{ kind: 'number', unitAr: 'متطوعاً', unitEn: 'volunteers', minimum: 0, maximum: 2_000, raises: null },
  },
];
const store: VisitQuestion[] = [
  { ...asked('store', 'صورة المستودع', 'A picture of the store'), kind: 'photo' },
  {
    ...asked('expired', 'كم مادة منتهية الصلاحية وُجدت؟', 'How many expired items were found?'),
    ...{ kind: 'number', unitAr: 'مادة', unitEn: 'items', minimum: 0, maximum: 10_000 },
    raises: { when: 'at_least', value: 1, severity: 'critical' },
  },
];
const people: VisitQuestion[] = [
  {
    ...asked('served', 'كم أسرة خُدمت هذا الشهر؟', 'How many families were served this month?'),
    ...{ kind: 'number', unitAr: 'أسرة', unitEn: 'families', minimum: 0, maximum: 50_000, raises: null },
  },
  {
    ...asked('complaints', 'هل يوجد صندوق شكاوى يُفتح دورياً؟', 'Is there a complaints box, opened regularly?'),
    kind: 'yes_no',
    raises: { when: 'no', severity: 'minor' },
  },
  { ...asked('remarks', 'ملاحظات عامة', 'General remarks', false), kind: 'text' },
];
/** Asked from the second version on. */
const privacy: VisitQuestion = {
  ...asked('privacy', 'هل تُحفظ بيانات المستفيدين في مكان مقفل؟', 'Is beneficiaries’ data kept locked away?'),
  kind: 'yes_no',
  raises: { when: 'no', severity: 'major' },
};

const SECTION_IDS = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
const section = (
  index: number,
  titleAr: string,
  titleEn: string,
  questions: VisitQuestion[],
): VisitSection => ({
  id: SECTION_IDS[index] ?? '',
  titleAr,
  titleEn,
  questions,
});

const TOLD = [
  section(0, 'المقر والسلامة', 'The seat and safety', seat),
  section(1, 'السجلات والأموال', 'Books and money', books),
  section(2, 'المستودع', 'The store', store),
];
export const FIRST_VERSION = [...TOLD, section(3, 'المستفيدون', 'Beneficiaries', people)];
export const SECOND_VERSION = [
  ...TOLD,
  section(3, 'المستفيدون', 'Beneficiaries', people.toSpliced(2, 0, privacy)),
];
