import {
  type FieldErrorCode,
  type HazardImportError,
  type HazardImportFormat,
  LIMITS,
} from '@qafila/contract';
import type { NewHazard } from './hazards.repository.ts';

/** A hazard as a file tells it; an id comes when it is stored. */
export type ReadHazard = Omit<NewHazard, 'id' | 'externalKey'> & { externalKey: string };

export type Reading = {
  format: HazardImportFormat | null;
  hazards: ReadHazard[];
  /** Left out knowingly: valid no longer, below the least confidence, not vegetation, off the map. */
  left: number;
  errors: HazardImportError[];
  /** Keys of alerts that this one updates or cancels. */
  supersedes: string[];
};

export type ReadingOptions = {
  readonly now: Date;
  /** For zones that bring no validity of their own. */
  readonly validTo: Date | undefined;
};

/** Something in a file that cannot be taken, and where. */
export class RowFault extends Error {
  override readonly name = 'RowFault';
  readonly field: string;
  readonly code: FieldErrorCode;

  constructor(field: string, code: FieldErrorCode) {
    super(`${field}: ${code}`);
    this.field = field;
    this.code = code;
  }
}

export function nothingRead(format: HazardImportFormat | null): Reading {
  return { format, hazards: [], left: 0, errors: [], supersedes: [] };
}

/** A file that is no good as a whole. */
export function unreadable(format: HazardImportFormat | null, field: string, code: FieldErrorCode): Reading {
  return { ...nothingRead(format), errors: [{ row: 0, field, code }] };
}

/**
 * Reads row after row; a row with a fault is told and the others stand. `null` from `read` leaves a row out. A file
 * with more hazards than rows are taken is refused as a whole.
 */
export function readRows<Row>(
  format: HazardImportFormat,
  rows: readonly Row[],
  firstRow: number,
  read: (row: Row) => ReadHazard | readonly ReadHazard[] | null,
): Reading {
  const reading = nothingRead(format);
  for (const [index, row] of rows.entries()) {
    try {
      const found = read(row);
      if (found === null) reading.left++;
      else for (const hazard of [found].flat()) reading.hazards.push(hazard);
    } catch (error) {
      if (!(error instanceof RowFault)) throw error;
      reading.errors.push({ row: firstRow + index, field: error.field, code: error.code });
    }
    if (reading.hazards.length > LIMITS.hazardRows) return unreadable(format, 'text', 'too_many_rows');
  }
  return reading;
}

/** @throws {RowFault} when one row alone brings more zones than a file may */
export function refuseMany(zones: readonly unknown[], field: string): void {
  if (zones.length > LIMITS.hazardRows) throw new RowFault(field, 'too_many_rows');
}
