import type { ReactNode } from 'react';
import { Link } from 'wouter';
import classes from './KeyFigures.module.css';

export type KeyFigure = {
  readonly key: string;
  readonly label: ReactNode;
  readonly value: ReactNode;
  /** Small words below: of how many, since when. */
  readonly note?: ReactNode;
  /** Where what is counted is listed. */
  readonly href?: string | undefined;
};

/** The few figures that matter, side by side. */
export function KeyFigures({ figures }: { figures: readonly KeyFigure[] }) {
  return (
    <dl className={classes.figures}>
      {figures.map(({ key, label, value, note, href }) => (
        <div key={key}>
          <dt>{label}</dt>
          <dd>
            {href ? <Link href={href}>{value}</Link> : <b>{value}</b>}
            {note && <small>{note}</small>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
