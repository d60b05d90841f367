import { addDays, BoardPosition, type BoardTerm } from '@qafila/contract';

const FIRST =
  'سلمى غسان رغد أنس وفاء مضر لينا باسل هالة نزار ديما عمار رنا حازم ميساء فادي سوسن طلال جود كريم'.split(
    ' ',
  );
const FAMILY =
  'الشامي حمدان العظمة قباني نصور بيرقدار الجندي عرفة كيوان السقا مخلوطة الداية زيدان حتاحت الكردي شيخو صليبي رباط'.split(
    ' ',
  );

/** Invented, and for the same numbers always the same. */
export function personName(association: number, person: number): string {
  const first = FIRST[(association * 7 + person * 3) % FIRST.length];
  return `${first} ${FAMILY[(association * 5 + person * 11) % FAMILY.length]}`;
}

const TERM_DAYS = 4 * 365;
/** A board whose term is nearly over, and one whose term ran out unnoticed. */
const LAST_DAYS_LEFT: Readonly<Record<number, number>> = { 425: 34, 423: -19 };

/** The offices without which a board is none. */
const DUE: readonly BoardPosition[] = ['chair', 'secretary', 'treasurer'];

/** The board in office, in full with the chair before it or its due offices alone. The chair is whom one asks for. */
export function boardOf(number: number, chair: string, today: string, isFull: boolean): BoardTerm[] {
  const endsOn = addDays(today, LAST_DAYS_LEFT[number] ?? 120 + ((number * 37) % 1_000));
  const startsOn = addDays(endsOn, -TERM_DAYS);
  const present = BoardPosition.options.map((position, index) => ({
    name: index === 0 ? chair : personName(number, index),
    position,
    startsOn,
    endsOn,
  }));
  if (!isFull) return present.filter(({ position }) => DUE.includes(position));
  const before = {
    name: personName(number, 9),
    position: 'chair',
    startsOn: addDays(startsOn, -TERM_DAYS),
    endsOn: addDays(startsOn, -1),
  } as const;
  return [...present, before];
}

/** An account number of no bank, with check digits that are right. */
export function demoIban(number: number): string {
  const account = String(number).padStart(24, '0');
  const digits = [...`${account}SY00`].map((sign) => Number.parseInt(sign, 36)).join('');
  return `SY${String(98n - (BigInt(digits) % 97n)).padStart(2, '0')}${account}`;
}
