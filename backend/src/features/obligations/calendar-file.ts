import type { Obligation } from '@qafila/contract';

/** Lines of an iCalendar file are no longer than that, in bytes; what follows is folded (RFC 5545, 3.1). */
const LINE_BYTES = 75;
const DOMAIN = 'qafila';

/** What is due as whole days in a calendar (RFC 5545): names of papers and associations, nothing about people. */
export function calendarFile(
  obligations: readonly Obligation[],
  { language, at }: { language: 'ar' | 'en'; at: Date },
): string {
  const name = language === 'ar' ? 'nameAr' : 'nameEn';
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:-//${DOMAIN}//obligations//${language.toUpperCase()}`,
    'CALSCALE:GREGORIAN',
    ...obligations.flatMap(({ id, type, association, dueOn, period }) => [
      'BEGIN:VEVENT',
      `UID:${id}@${DOMAIN}`,
      `DTSTAMP:${stamp(at)}`,
      `DTSTART;VALUE=DATE:${dueOn.replaceAll('-', '')}`,
      `SUMMARY:${escaped(summary(type[name], association[name], period))}`,
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function summary(type: string, association: string, period: string): string {
  return period === 'once' ? `${type} – ${association}` : `${type} ${period} – ${association}`;
}

function stamp(at: Date): string {
  return `${at.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;
}

function escaped(text: string): string {
  return text.replace(/[\\;,]/g, (mark) => `\\${mark}`).replace(/\r?\n/g, '\\n');
}

/** Broken between characters, never within one. */
function folded(line: string): string {
  let bytes = 0;
  let text = '';
  for (const character of line) {
    const length = Buffer.byteLength(character);
    if (bytes + length > LINE_BYTES) {
      text += '\r\n ';
      bytes = 1;
    }
    text += character;
    bytes += length;
  }
  return text;
}
