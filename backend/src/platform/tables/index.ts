export { bindTable } from './bind-table.ts';
export type { ImportTable, PlannedRow } from './import-table.ts';
export { faultsOf, labelOf, nameIn, planned } from './planned.ts';
export type { TableRow } from './read-table.ts';
export type { Cell } from './write-table.ts';
