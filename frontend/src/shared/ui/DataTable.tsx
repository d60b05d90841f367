import type { ReactNode } from 'react';
import classes from './DataTable.module.css';

type DataTableProps = {
  /** What the table holds, for those who hear it. */
  caption: string;
  /** `<thead>`, `<tbody>`, `<tfoot>`; cells with figures carry `data-number`. */
  children: ReactNode;
};

/** A table in the product's dress; it scrolls sideways by itself where it is too wide. */
export function DataTable({ caption, children }: DataTableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className={classes.scroll} tabIndex={0} aria-label={caption}>
      <table className={classes.table}>
        <caption className="visually-hidden">{caption}</caption>
        {children}
      </table>
    </section>
  );
}
