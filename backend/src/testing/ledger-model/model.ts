/**
 * The ledger as arithmetic: what each step may do and what it leaves, with no database. Lots and vehicles are
 * numbers; vehicle v rides to its own stop v.
 */
export type SiteStep =
  | { kind: 'receive'; lot: number; quantity: number }
  | { kind: 'giveBack'; lot: number; quantity: number }
  | { kind: 'correct'; lot: number; quantity: number }
  | { kind: 'miscount'; lot: number; quantity: number }
  | { kind: 'writeOff'; as: 'damaged' | 'missing'; lot: number; quantity: number };

export type LineStep =
  | { kind: 'allot'; lot: number; vehicle: number; quantity: number }
  | { kind: 'release'; lot: number; vehicle: number; quantity: number }
  | { kind: 'load'; lot: number; vehicle: number; quantity: number }
  | { kind: 'unload'; lot: number; vehicle: number; quantity: number }
  | { kind: 'deliver'; lot: number; vehicle: number; good: number; damaged: number; missing: number };

/** Doing something done before once more, word for word or with another quantity. */
export type Replay = { kind: 'replay'; which: number; isAltered: boolean };
export type Step = SiteStep | LineStep | Replay;

export type LineState = { quantity: number; loaded: number; released: number };
export type LotState = {
  received: number;
  onHand: number;
  aboard: number[];
  delivered: number[];
  damaged: number[];
  missing: number[];
  returned: number;
  corrected: number;
  /** Lost at the site itself. */
  writtenOff: { damaged: number; missing: number };
  lines: (LineState | undefined)[];
};
export type Model = { promised: number; capacity: number; lots: LotState[] };

export function createModel(size: {
  lots: number;
  vehicles: number;
  promised: number;
  capacity: number;
}): Model {
  const zeros = (): number[] => Array.from({ length: size.vehicles }, () => 0);
  const lots = Array.from({ length: size.lots }, () => ({
    received: 0,
    onHand: 0,
    aboard: zeros(),
    delivered: zeros(),
    damaged: zeros(),
    missing: zeros(),
    returned: 0,
    corrected: 0,
    writtenOff: { damaged: 0, missing: 0 },
    lines: zeros().map(() => undefined),
  }));
  return { promised: size.promised, capacity: size.capacity, lots };
}

/** The model after a step that moves goods or promises them; undefined where the books forbid it. */
export function after(model: Model, step: SiteStep | LineStep): Model | undefined {
  const next = structuredClone(model);
  const lot = next.lots[step.lot] as LotState;
  const isPossible = 'vehicle' in step ? applyToLine(lot, step) : applyToSite(lot, step);
  return isPossible && isSound(next, lot) ? next : undefined;
}

function applyToSite(lot: LotState, step: SiteStep): boolean {
  switch (step.kind) {
    case 'receive':
      lot.received += step.quantity;
      lot.onHand += step.quantity;
      return true;
    case 'giveBack':
      lot.onHand -= step.quantity;
      lot.returned += step.quantity;
      return true;
    case 'correct':
      lot.onHand -= step.quantity;
      lot.corrected += step.quantity;
      return true;
    case 'miscount':
      lot.onHand -= step.quantity;
      lot.received -= step.quantity;
      return true;
    case 'writeOff':
      lot.onHand -= step.quantity;
      lot.writtenOff[step.as] += step.quantity;
      return true;
  }
}

function applyToLine(lot: LotState, step: LineStep): boolean {
  if (step.kind === 'allot') lot.lines[step.vehicle] ??= { quantity: 0, loaded: 0, released: 0 };
  const line = lot.lines[step.vehicle];
  if (!line) return false;
  switch (step.kind) {
    case 'allot':
      line.quantity += step.quantity;
      return true;
    case 'release':
      line.released += step.quantity;
      return true;
    case 'load':
      line.loaded += step.quantity;
      lot.onHand -= step.quantity;
      add(lot.aboard, step.vehicle, step.quantity);
      return true;
    case 'unload':
      line.loaded -= step.quantity;
      lot.onHand += step.quantity;
      add(lot.aboard, step.vehicle, -step.quantity);
      return true;
    case 'deliver':
      add(lot.aboard, step.vehicle, -(step.good + step.damaged + step.missing));
      add(lot.delivered, step.vehicle, step.good);
      add(lot.damaged, step.vehicle, step.damaged);
      add(lot.missing, step.vehicle, step.missing);
      return true;
  }
}

function add(quantities: number[], at: number, quantity: number): void {
  quantities[at] = (quantities[at] ?? 0) + quantity;
}

function isSound(model: Model, lot: LotState): boolean {
  const lines = lot.lines.filter((line) => line !== undefined);
  return (
    lot.received <= model.promised &&
    lot.onHand >= 0 &&
    lot.aboard.every((quantity) => quantity >= 0) &&
    lines.every((line) => line.loaded >= 0 && line.loaded + line.released <= line.quantity) &&
    allotted(lot) <= lot.onHand &&
    lot.lines.every((_line, vehicle) => carried(model, vehicle) <= model.capacity)
  );
}

function allotted(lot: LotState): number {
  return sum(lot.lines.map((line) => (line ? line.quantity - line.loaded - line.released : 0)));
}

function carried(model: Model, vehicle: number): number {
  return sum(
    model.lots.map(({ lines }) => {
      const line = lines[vehicle];
      return line ? line.quantity - line.released : 0;
    }),
  );
}

function sum(quantities: number[]): number {
  return quantities.reduce((total, quantity) => total + quantity, 0);
}
