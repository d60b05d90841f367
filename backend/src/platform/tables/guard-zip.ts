import { LIMITS } from '@qafila/contract';
import { Unzip, UnzipInflate } from 'fflate';

/** A small file may unfold into gigabytes: it is unfolded in steps, and given up when it passes this. */
const UNFOLDED_BYTES = 40_000_000;
const STEP_BYTES = 65_536;
/** A cell far out makes a reader lay out everything before it. */
const FARTHEST_ROW = LIMITS.tableRows + 1;
const FARTHEST_COLUMN = 'CZ';

export type ZipFault = 'unreadable' | 'too_many_rows' | 'entities_refused';

/** What makes a workbook dangerous to read; undefined when nothing does. */
export function faultOfWorkbook(bytes: Buffer): ZipFault | undefined {
  const guard = new Guard();
  try {
    for (let at = 0; at < bytes.length && guard.fault === undefined; at += STEP_BYTES) {
      guard.push(bytes.subarray(at, at + STEP_BYTES), at + STEP_BYTES >= bytes.length);
    }
  } catch {
    return 'unreadable';
  }
  return guard.fault;
}

class Guard {
  fault: ZipFault | undefined;
  readonly #unzip = new Unzip();
  #unfolded = 0;

  constructor() {
    this.#unzip.register(UnzipInflate);
    this.#unzip.onfile = (file) => {
      const text = new TextDecoder();
      let rest = '';
      file.ondata = (error, chunk) => {
        if (error) throw error;
        this.#unfolded += chunk.length;
        if (this.#unfolded > UNFOLDED_BYTES) this.fault = 'unreadable';
        const here = rest + text.decode(chunk, { stream: true });
        this.fault ??= faultIn(here);
        // What a step cuts in two is looked at whole with the next.
        rest = here.slice(-64);
      };
      if (file.name.endsWith('.xml') || file.name.endsWith('.rels')) file.start();
    };
  }

  push(chunk: Uint8Array, isLast: boolean): void {
    this.#unzip.push(chunk, isLast);
  }
}

function faultIn(xml: string): ZipFault | undefined {
  if (/<!DOCTYPE|<!ENTITY/i.test(xml)) return 'entities_refused';
  // Whatever else the tag holds, in whichever quotes; a place that is spelled in entities is none.
  if (/\br=["'][^"'<]*&/.test(xml)) return 'entities_refused';
  for (const [, column = '', row] of xml.matchAll(/\br=["']([A-Za-z]+)(\d+)/g)) {
    if (Number(row) > FARTHEST_ROW || isFarther(column)) return 'too_many_rows';
  }
  return undefined;
}

function isFarther(column: string): boolean {
  return (
    column.length > FARTHEST_COLUMN.length ||
    (column.length === FARTHEST_COLUMN.length && column > FARTHEST_COLUMN)
  );
}
