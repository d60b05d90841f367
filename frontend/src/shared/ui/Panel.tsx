import { type ReactNode, useId } from 'react';
import classes from './Panel.module.css';

type PanelProps = {
  children: ReactNode;
  title?: ReactNode;
  /** Muted words beside the title: a count, a rule. */
  note?: ReactNode;
  /** At the end of the title row: filters, counts, actions. */
  aside?: ReactNode;
  footer?: ReactNode;
  /** Content reaches the edges: tables and lists. */
  flush?: boolean;
  className?: string | undefined;
};

/** A titled surface. */
export function Panel({ title, note, aside, footer, flush = false, children, className = '' }: PanelProps) {
  const id = useId();
  return (
    <section className={`${classes.panel} ${className}`} aria-labelledby={title ? id : undefined}>
      {title && (
        <header className={classes.head}>
          <h2 id={id} className={classes.title}>
            {title}
          </h2>
          {note && <span className={classes.note}>{note}</span>}
          {aside && <div className={classes.aside}>{aside}</div>}
        </header>
      )}
      <div className={flush ? classes.flush : classes.body}>{children}</div>
      {footer && <footer className={classes.foot}>{footer}</footer>}
    </section>
  );
}
