import { OUTPUT_KINDS, type OutputKind, type OutputSum } from '@qafila/contract';

/** What a chart or a list shows of an initiative: how often people were reached, or how much was given of a kind. */
export type Measure = 'people' | OutputKind;

export function measureOf(rows: readonly OutputSum[], measure: Measure): number {
  if (measure === 'people') return rows.reduce((sum, it) => sum + it.people, 0);
  return quantityOf(rows, measure);
}

export function quantityOf(rows: readonly OutputSum[], kind: OutputKind): number {
  return rows.filter((it) => it.kind === kind).reduce((sum, it) => sum + it.quantity, 0);
}

/** The kinds of which there is something, in the contract’s order. */
export function kindsIn(rows: readonly OutputSum[]): OutputKind[] {
  return OUTPUT_KINDS.filter((kind) => rows.some((it) => it.kind === kind));
}
