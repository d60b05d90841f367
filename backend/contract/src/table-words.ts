import type { AidCadence, AidKind } from './aid.ts';
import type { FieldErrorCode } from './field-errors.ts';

type Words<Code extends string> = Readonly<Record<Code, { readonly ar: string; readonly en: string }>>;

/** How a code is written in a cell. What people typed is read by code or by either word. */
export class CellWords<Code extends string> {
  readonly #words: Words<Code>;
  readonly #codes: ReadonlyMap<string, Code>;

  constructor(words: Words<Code>) {
    this.#words = words;
    const codes = Object.keys(words) as Code[];
    this.#codes = new Map(
      codes.flatMap((code) => [code, words[code].ar, words[code].en].map((word) => [plain(word), code])),
    );
  }

  write(code: Code, language: 'ar' | 'en'): string {
    return this.#words[code][language];
  }

  has(code: string | undefined): code is Code {
    return code !== undefined && code in this.#words;
  }

  /** Undefined when nobody knows the word. */
  read(word: string): Code | undefined {
    return this.#codes.get(plain(word));
  }

  /** Several in one cell, apart by semicolons or commas of either script. */
  readMany(cell: string): (Code | undefined)[] {
    return cell
      .split(/[;؛,،\n]/)
      .filter((word) => word.trim() !== '')
      .map((word) => this.read(word));
  }
}

/** Letters that people write for one another count as one. */
function plain(word: string): string {
  return word
    .normalize('NFC')
    .trim()
    .toLowerCase()
    .replace(/[أإآ]/g, 'ا')
    .replace(/ة/g, 'ه')
    .replace(/ى/g, 'ي')
    .replace(/\s+/g, ' ');
}

export const KIND_WORDS = new CellWords({
  association: { ar: 'جمعية', en: 'Association' },
  foundation: { ar: 'مؤسسة', en: 'Foundation' },
});

export const REGISTERED_WORDS = new CellWords({
  declared: { ar: 'مشهرة', en: 'Declared' },
  suspended: { ar: 'موقوفة', en: 'Suspended' },
  dissolved: { ar: 'منحلة', en: 'Dissolved' },
});

export const SECTOR_WORDS = new CellWords({
  relief: { ar: 'الإغاثة', en: 'Relief' },
  health: { ar: 'الصحة', en: 'Health' },
  education: { ar: 'التعليم', en: 'Education' },
  children: { ar: 'الطفولة', en: 'Children' },
  disability: { ar: 'ذوو الإعاقة', en: 'Disability' },
  older_people: { ar: 'رعاية المسنين', en: 'Older people' },
  families: { ar: 'رعاية الأسرة', en: 'Families' },
  livelihoods: { ar: 'سبل العيش', en: 'Livelihoods' },
  culture_and_environment: { ar: 'الثقافة والبيئة', en: 'Culture and environment' },
});

export const AID_KIND_WORDS = new CellWords({
  medical: { ar: 'طبية', en: 'Medical' },
  in_kind: { ar: 'عينية', en: 'In kind' },
  cash: { ar: 'نقدية', en: 'Cash' },
});

export const CADENCE_WORDS = new CellWords({
  monthly: { ar: 'شهرية', en: 'Monthly' },
  emergency: { ar: 'طارئة', en: 'Emergency' },
});

/** As one word for both: `medical_monthly`. */
export const AID_OFFER_WORDS = new CellWords({
  medical_monthly: { ar: 'طبية شهرية', en: 'Medical monthly' },
  medical_emergency: { ar: 'طبية طارئة', en: 'Medical emergency' },
  in_kind_monthly: { ar: 'عينية شهرية', en: 'In kind monthly' },
  in_kind_emergency: { ar: 'عينية طارئة', en: 'In kind emergency' },
  cash_monthly: { ar: 'نقدية شهرية', en: 'Cash monthly' },
  cash_emergency: { ar: 'نقدية طارئة', en: 'Cash emergency' },
} satisfies Words<`${AidKind}_${AidCadence}`>);

export const OBLIGATION_STATE_WORDS = new CellWords({
  due: { ar: 'مطلوب', en: 'Due' },
  submitted: { ar: 'قيد التدقيق', en: 'In review' },
  returned: { ar: 'أُعيد للاستكمال', en: 'Returned' },
  accepted: { ar: 'مقبول', en: 'Accepted' },
  waived: { ar: 'أُعفيت منه', en: 'Waived' },
});

export const REFERRAL_RESULT_WORDS = new CellWords({
  open: { ar: 'مفتوحة', en: 'Open' },
  helped: { ar: 'قُدّمت المساعدة', en: 'Helped' },
  not_entitled: { ar: 'غير مستحق', en: 'Not entitled' },
  unreachable: { ar: 'تعذر الوصول', en: 'Unreachable' },
  other: { ar: 'أخرى', en: 'Other' },
  withdrawn: { ar: 'مسحوبة', en: 'Withdrawn' },
});

/** Where a figure comes from: what is counted here, or a table of before. */
export const FIGURE_SOURCE_WORDS = new CellWords({
  here: { ar: 'هذا النظام', en: 'This system' },
  table: { ar: 'جدول سابق', en: 'Earlier table' },
});

/** What is wrong with a cell, in the file of rows that were not taken. */
export const FAULT_WORDS: Partial<Words<FieldErrorCode | 'conflict'>> = {
  required: { ar: 'ناقص', en: 'missing' },
  invalid_value: { ar: 'قيمة غير مقبولة', en: 'not an accepted value' },
  invalid_format: { ar: 'صيغة غير صحيحة', en: 'wrong form' },
  not_an_integer: { ar: 'ليس عدداً صحيحاً', en: 'not a whole number' },
  invalid_type: { ar: 'قيمة غير صحيحة', en: 'wrong kind of value' },
  too_small: { ar: 'أصغر من المسموح', en: 'too small' },
  too_big: { ar: 'أكبر من المسموح', en: 'too big' },
  too_long: { ar: 'أطول من المسموح', en: 'too long' },
  forbidden_characters: { ar: 'رموز غير مسموحة', en: 'characters that are not allowed' },
  invisible_text: { ar: 'لا نص ظاهراً فيه', en: 'nothing visible in it' },
  implausible_year: { ar: 'السنة غير معقولة', en: 'implausible year' },
  after_now: { ar: 'تاريخ في المستقبل', en: 'in the future' },
  no_such_reference: { ar: 'غير موجود', en: 'there is no such thing' },
  duplicate_lines: { ar: 'مكرر في الملف', en: 'twice in the file' },
  conflict: { ar: 'يتعارض مع المسجّل', en: 'clashes with what is on record' },
};
