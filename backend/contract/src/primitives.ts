import { z } from 'zod';
import { LIMITS } from './limits.ts';

/** In lower case, as the database answers it, whatever case it came in. */
export const Uuid = z.uuid().toLowerCase();

/** An instant, UTC, as it travels: ISO 8601 with `Z`. Years outside 2000–2100 are typing errors, not dates. */
export const Instant = z.iso
  .datetime({ offset: true })
  .refine((text) => isPlausibleYear(new Date(text).getUTCFullYear()), {
    params: { code: 'implausible_year' },
  });

/** A calendar day without a time, `YYYY-MM-DD`. */
export const Day = dayFrom(2000);

/** The first year of a decision of the directorate on an association: many were declared long before this century. */
export const FIRST_DECISION_YEAR = 1950;
export const DecisionDay = dayFrom(FIRST_DECISION_YEAR);
export const DecisionYear = z.coerce.number().int().min(FIRST_DECISION_YEAR).max(2100);

function dayFrom(firstYear: number) {
  return z.iso.date().refine((text) => isPlausibleYear(Number(text.slice(0, 4)), firstYear), {
    params: { code: 'implausible_year' },
  });
}

function isPlausibleYear(year: number, first = 2000): boolean {
  return year >= first && year <= 2100;
}

/** Integers of the item's unit. */
export const Quantity = z.int().min(1).max(LIMITS.quantityMax);
export const QuantityOrZero = z.int().min(0).max(LIMITS.quantityMax);

/** WGS 84, decimal degrees. Always named fields: GeoJSON says [lng, lat], Leaflet says [lat, lng]. */
export const LatLng = z.strictObject({
  lat: z.number().min(-90).max(90),
  lng: z.number().min(-180).max(180),
});
export type LatLng = z.infer<typeof LatLng>;

/**
 * Characters that have no place in a name or a note: controls (line feed and tab excepted, for notes), bidi
 * overrides and isolates (a name could reorder the text around it), and lone surrogates (not storable as UTF-8).
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: refusing them is the purpose
const FORBIDDEN = /[\u0000-\u0008\u000B-\u001F\u007F\u202A-\u202E\u2066-\u2069]|\p{Cs}/u;
/** Something a reader can see: a letter, number, punctuation mark or symbol. */
const VISIBLE = /[\p{L}\p{N}\p{P}\p{S}]/u;
/** More combining marks in a row than any script needs: a way to draw over a whole page. */
const TOO_MANY_MARKS = /\p{M}{9,}/u;

/** Text people type: trimmed, NFC, bounded, with nothing invisible that can deceive a reader. */
export function plainText(max: number, min = 1) {
  return z
    .string()
    .max(max * 4)
    .transform((text) => text.trim().normalize('NFC'))
    .pipe(
      z
        .string()
        .min(min)
        .max(max)
        .refine((text) => !FORBIDDEN.test(text), { params: { code: 'forbidden_characters' } })
        .refine((text) => !TOO_MANY_MARKS.test(text), { params: { code: 'forbidden_characters' } })
        .refine((text) => text === '' || VISIBLE.test(text), { params: { code: 'invisible_text' } }),
    );
}

export const Name = plainText(LIMITS.nameMax);
export const Note = plainText(LIMITS.noteMax, 0);
export const Reason = plainText(LIMITS.noteMax);
export const Phone = plainText(LIMITS.phoneMax, 0);
export const Email = z
  .email()
  .max(LIMITS.emailMax)
  .transform((text) => text.toLowerCase());

/** A list in which nothing stands twice. */
export function distinct<Item extends z.ZodType>(item: Item, max: number) {
  return z
    .array(item)
    .max(max)
    .refine((items) => new Set(items.map((it) => JSON.stringify(it))).size === items.length, {
      params: { code: 'duplicate_lines' },
    });
}

/** A name in both languages of the product. */
export const Names = { nameAr: Name, nameEn: Name };

/** A person or thing referred to by name in an answer. */
export const NamedRef = z.strictObject({ id: Uuid, nameAr: z.string(), nameEn: z.string() });
export type NamedRef = z.infer<typeof NamedRef>;

/** One page of a list, newest first. `nextCursor` is null on the last page. */
export function pageOf<Item extends z.ZodType>(item: Item) {
  return z.strictObject({ items: z.array(item), nextCursor: z.string().nullable() });
}

export const PageQuery = z.strictObject({
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(LIMITS.pageSizeMax).default(LIMITS.pageSize),
});
