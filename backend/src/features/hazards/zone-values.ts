import { createHash } from 'node:crypto';
import { HazardArea, HazardSeverity, Instant, LIMITS, Name, Note } from '@qafila/contract';
import { RowFault } from './parsing.ts';

/** What files say of a zone in their own words, in ours; the checks are those of a zone drawn by hand. */
export function nameFrom(text: string, field: string): string {
  const parsed = Name.safeParse(text.slice(0, LIMITS.nameMax));
  if (!parsed.success) throw new RowFault(field, text.trim() === '' ? 'required' : 'forbidden_characters');
  return parsed.data;
}

export function noteFrom(text: string, field: string): string {
  const parsed = Note.safeParse(text.replaceAll('\r', '').slice(0, LIMITS.noteMax));
  if (!parsed.success) throw new RowFault(field, 'forbidden_characters');
  return parsed.data;
}

/** CAP's `Unknown`, or nothing said: moderate. */
export function severityFrom(text: string, field: string): HazardSeverity {
  const word = text.trim().toLowerCase();
  if (word === '' || word === 'unknown') return 'moderate';
  const parsed = HazardSeverity.safeParse(word);
  if (!parsed.success) throw new RowFault(field, 'invalid_value');
  return parsed.data;
}

/** Undefined where nothing is said. */
export function instantFrom(text: string, field: string): Date | undefined {
  if (text.trim() === '') return undefined;
  const parsed = Instant.safeParse(text.trim());
  if (!parsed.success) throw new RowFault(field, 'invalid_format');
  return new Date(parsed.data);
}

export function areaFrom(area: HazardArea, field: string): HazardArea {
  if (area.type === 'polygon') refuseRing(area.ring, field);
  const parsed = HazardArea.safeParse(area);
  if (!parsed.success) throw new RowFault(field, 'invalid_value');
  return parsed.data;
}

function refuseRing(ring: readonly (readonly [number, number])[], field: string): void {
  if (ring.length > LIMITS.ringPoints) throw new RowFault(field, 'too_long');
  if (new Set(ring.map(String)).size < 3) throw new RowFault(field, 'too_short');
}

/** @throws {RowFault} `end_before_start` */
export function requireOrder(from: Date, to: Date, field: string): void {
  if (to <= from) throw new RowFault(field, 'end_before_start');
}

/** For what its source gives no name: the same contents are the same thing. */
export function keyOfContents(contents: unknown): string {
  return createHash('sha256').update(JSON.stringify(contents)).digest('base64url');
}
