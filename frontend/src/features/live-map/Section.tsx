import { type ReactNode, useId } from 'react';
import classes from './Section.module.css';

type SectionProps = { title: string; note?: string; children: ReactNode };

/** A titled part of the drawer. */
export function Section({ title, note, children }: SectionProps) {
  const id = useId();
  return (
    <section className={classes.section} aria-labelledby={id}>
      <h3 id={id} className={classes.title}>
        {title} {note && <span>{note}</span>}
      </h3>
      {children}
    </section>
  );
}

/** In the place of a part that has nothing yet. */
export function SectionNone({ children }: { children: ReactNode }) {
  return <p className={classes.none}>{children}</p>;
}
