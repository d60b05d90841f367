import type { ReactNode } from 'react';
import classes from './DataTable.module.css';

type DataTableProps = {
  /** What the table holds, for those who hear it. */
  caption: string;
  /** `<thead>`, `<tbody>`, `<tfoot>`; cells with figures carry `data-number`. */
  children: ReactNode;
  /** Small rows without margins of its own: in a drawer, beside other things. */
  isDense?: boolean;
  /** On a phone each row becomes a card: cells that carry `data-label` two abreast under their word, others whole lines, `data-corner` beside the first. */
  isStacked?: boolean;
};

/** A table in the product's dress; it scrolls sideways by itself where it is too wide. */
export function DataTable({ caption, children, isDense = false, isStacked = false }: DataTableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <div className={classes.scroll} tabIndex={0}>
      <table
        className={classes.table}
        data-dense={isDense || undefined}
        data-stacked={isStacked || undefined}
      >
        <caption className="visually-hidden">{caption}</caption>
        {children}
      </table>
    </div>
  );
}
