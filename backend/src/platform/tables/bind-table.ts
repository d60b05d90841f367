import type { tableEndpoints } from '@qafila/contract';
import type { Router } from 'express';
import { type BindDeps, bind } from '../bind.ts';
import { faultyRows, type ImportTable, importTable } from './import-table.ts';
import { sendTable } from './write-table.ts';

/** Mounts the three endpoints of a list as a table. */
export function bindTable<Key extends string>(
  router: Router,
  deps: BindDeps,
  { save, load, faults }: ReturnType<typeof tableEndpoints>,
  table: ImportTable<Key>,
): void {
  bind(router, deps, save, async (asked) => {
    const { format, language } = asked.query;
    const rows = await table.save(asked, language);
    return await sendTable(asked.res, table.name, { format, language, columns: table.columns, rows });
  });
  bind(
    router,
    deps,
    load,
    (asked) => {
      const { apply, language } = asked.query;
      return importTable(asked, table, asked.body, { isApplied: apply === 'yes', language });
    },
    // A long table in one transaction would keep every other write waiting.
    { ownTransactions: true },
  );
  bind(router, deps, faults, async (asked) => {
    const { format, language } = asked.query;
    const found = await faultyRows(asked, table, asked.body, language);
    return await sendTable(asked.res, `${table.name}-faults`, { format, language, ...found });
  });
}
