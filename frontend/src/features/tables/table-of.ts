import type { TableColumn, tableEndpoints, WorkTopic } from '@qafila/contract';

/** A table of the contract: its endpoints, its columns, and what changes when it is read. */
export type TableOf = ReturnType<typeof tableEndpoints> & {
  readonly columns: readonly TableColumn[];
  readonly topic: WorkTopic;
};
