import type { FindingSeverity } from '@qafila/contract';
import type { AskedKey } from './visit-checklist.ts';

/** How far the follow-up of a finding has come. */
export type Fate = 'open' | 'answered' | 'closed' | 'reopened';

type Bad = { key: AskedKey; value: boolean | number; note: string; fate: Fate };
type Noted = { severity: FindingSeverity; text: string; fate: Fate };

export type DemoVisit = {
  /** The association's name in Arabic. */
  where: string;
  daysAgo: number;
  visitors: 'first' | 'second' | 'both';
  purpose: string;
  isAnnounced?: boolean;
  /** What was not as it should be; everything else was. */
  bad?: readonly Bad[];
  noted?: readonly Noted[];
};

const REGULAR = 'زيارة دورية';
const COMPLAINT = 'متابعة شكوى';
const FOLLOW_UP = 'التحقق من معالجة ملاحظات سابقة';

/** Visits of the last fourteen months, the oldest first. */
export const VISITS: readonly DemoVisit[] = [
  {
    where: 'جمعية السنديانة',
    daysAgo: 418,
    visitors: 'first',
    purpose: REGULAR,
    isAnnounced: true,
    bad: [{ key: 'books', value: 2, note: 'دفتر اليومية متوقف منذ ثلاثة أشهر.', fate: 'closed' }],
  },
  { where: 'مؤسسة جسور العون', daysAgo: 414, visitors: 'second', purpose: REGULAR, isAnnounced: true },
  {
    where: 'جمعية بيادر التعاون',
    daysAgo: 397,
    visitors: 'both',
    purpose: REGULAR,
    bad: [{ key: 'licence', value: false, note: '', fate: 'closed' }],
  },
  { where: 'جمعية ظلال الزيتون', daysAgo: 382, visitors: 'second', purpose: REGULAR, isAnnounced: true },
  {
    where: 'جمعية خبز وملح',
    daysAgo: 371,
    visitors: 'first',
    purpose: COMPLAINT,
    bad: [{ key: 'expired', value: 14, note: 'علب حليب انتهت صلاحيتها قبل شهر.', fate: 'closed' }],
  },
  { where: 'مؤسسة درب الياسمين', daysAgo: 341, visitors: 'second', purpose: REGULAR, isAnnounced: true },
  {
    where: 'جمعية ضفاف بردى',
    daysAgo: 329,
    visitors: 'first',
    purpose: REGULAR,
    bad: [
      { key: 'extinguisher', value: false, note: 'المطفأة فارغة منذ العام الماضي.', fate: 'closed' },
      { key: 'complaints', value: false, note: '', fate: 'closed' },
    ],
  },
  { where: 'جمعية البيت الكبير', daysAgo: 306, visitors: 'both', purpose: REGULAR, isAnnounced: true },
  { where: 'مؤسسة مدى البصر', daysAgo: 288, visitors: 'second', purpose: REGULAR },
  {
    where: 'جمعية عتبات الدار',
    daysAgo: 262,
    visitors: 'first',
    purpose: REGULAR,
    isAnnounced: true,
    bad: [{ key: 'receipts', value: false, note: 'إيصالات بلا أرقام متسلسلة.', fate: 'closed' }],
  },
  { where: 'مؤسسة غراس المرجة', daysAgo: 241, visitors: 'second', purpose: REGULAR, isAnnounced: true },
  {
    where: 'جمعية نبض الحارة',
    daysAgo: 214,
    visitors: 'first',
    purpose: REGULAR,
    bad: [{ key: 'order', value: 2, note: 'رطوبة في غرفة الفحص.', fate: 'closed' }],
  },
  { where: 'مؤسسة درب القمح', daysAgo: 197, visitors: 'second', purpose: REGULAR, isAnnounced: true },
  {
    where: 'جمعية ضفاف بردى',
    daysAgo: 176,
    visitors: 'first',
    purpose: FOLLOW_UP,
    noted: [{ severity: 'minor', text: 'لا لوحة إرشاد إلى مخرج الطوارئ.', fate: 'closed' }],
  },
  {
    where: 'مؤسسة مرج الغوطة',
    daysAgo: 153,
    visitors: 'second',
    purpose: REGULAR,
    isAnnounced: true,
    bad: [{ key: 'privacy', value: false, note: 'استمارات المستفيدين على رف مفتوح.', fate: 'answered' }],
  },
  { where: 'جمعية طائرة ورق', daysAgo: 131, visitors: 'first', purpose: REGULAR, isAnnounced: true },
  {
    where: 'جمعية رغيف الصباح',
    daysAgo: 118,
    visitors: 'both',
    purpose: REGULAR,
    bad: [
      { key: 'books', value: 1, note: 'لا مطابقة شهرية مع كشف المصرف.', fate: 'reopened' },
      { key: 'complaints', value: false, note: '', fate: 'closed' },
    ],
  },
  { where: 'جمعية بيادر التعاون', daysAgo: 96, visitors: 'first', purpose: FOLLOW_UP },
  {
    where: 'مؤسسة جسر الدواء',
    daysAgo: 82,
    visitors: 'second',
    purpose: REGULAR,
    isAnnounced: true,
    bad: [{ key: 'expired', value: 6, note: 'ستة أصناف دوائية منتهية الصلاحية.', fate: 'closed' }],
    noted: [{ severity: 'major', text: 'ميزان الحرارة في البراد لا يعمل.', fate: 'answered' }],
  },
  { where: 'جمعية قنديل الحي', daysAgo: 68, visitors: 'first', purpose: REGULAR },
  {
    where: 'مؤسسة جسور العون',
    daysAgo: 52,
    visitors: 'second',
    purpose: REGULAR,
    isAnnounced: true,
    bad: [{ key: 'receipts', value: false, note: 'دفتر الإيصالات لعام مضى.', fate: 'answered' }],
  },
  {
    where: 'جمعية الصفصاف',
    daysAgo: 41,
    visitors: 'first',
    purpose: COMPLAINT,
    bad: [
      { key: 'extinguisher', value: false, note: 'لا مطفأة في المقر.', fate: 'open' },
      { key: 'order', value: 2, note: '', fate: 'open' },
    ],
  },
  {
    where: 'جمعية السنديانة',
    daysAgo: 27,
    visitors: 'both',
    purpose: REGULAR,
    isAnnounced: true,
    bad: [{ key: 'privacy', value: false, note: 'الملفات في خزانة بلا قفل.', fate: 'reopened' }],
    noted: [{ severity: 'minor', text: 'أرقام الهاتف المعلنة قديمة.', fate: 'open' }],
  },
  { where: 'جمعية وتر وزيتون', daysAgo: 16, visitors: 'second', purpose: REGULAR, isAnnounced: true },
  {
    where: 'جمعية حرفة وحرير',
    daysAgo: 9,
    visitors: 'first',
    purpose: REGULAR,
    bad: [{ key: 'books', value: 2, note: 'فواتير المواد الأولية ناقصة.', fate: 'open' }],
  },
  { where: 'جمعية ضوء النافذة', daysAgo: 3, visitors: 'second', purpose: REGULAR, isAnnounced: true },
];

type Planned = Pick<DemoVisit, 'where' | 'visitors' | 'purpose' | 'isAnnounced'> & {
  /** The first is due in the next hour, the others on the morning of a working day. */
  inDays: number;
};

export const PLANNED: readonly Planned[] = [
  { where: 'جمعية سفح قاسيون', inDays: 0, visitors: 'first', purpose: REGULAR, isAnnounced: true },
  { where: 'جمعية خبز وملح', inDays: 5, visitors: 'second', purpose: COMPLAINT },
  { where: 'جمعية السنديانة', inDays: 12, visitors: 'both', purpose: FOLLOW_UP, isAnnounced: true },
];
