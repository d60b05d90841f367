import type { Waybill, WaybillLine } from '@qafila/contract';
import { type Check, checkOf, isSettled, UNCOUNTED } from './count.ts';
import type { Draft } from './draft.ts';

export type LineToMend = { line: WaybillLine; check: Check };
export type Left = {
  /** Counted, but not adding up. */
  lines: LineToMend[];
  uncounted: number;
  needsReceiver: boolean;
  needsSignature: boolean;
};

/** What still stands between a draft and the settlement. */
export function whatIsLeft(waybill: Pick<Waybill, 'lines'>, draft: Draft): Left {
  const checks = waybill.lines.map((line) => ({
    line,
    check: checkOf(line.units, draft.counts[line.lineId] ?? UNCOUNTED),
  }));
  return {
    lines: checks.filter(({ check }) => !isSettled(check) && check.kind !== 'uncounted'),
    uncounted: checks.filter(({ check }) => check.kind === 'uncounted').length,
    needsReceiver: draft.receiverName.trim() === '',
    needsSignature: draft.signature.length === 0,
  };
}

export function isReady(left: Left): boolean {
  return left.lines.length === 0 && left.uncounted === 0 && !left.needsReceiver && !left.needsSignature;
}
