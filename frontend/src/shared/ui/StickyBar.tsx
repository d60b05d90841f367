import type { ReactNode } from 'react';
import classes from './StickyBar.module.css';

/** What a long page comes down to, always in sight at its foot: a notice that grows, then the buttons. */
export function StickyBar({ children }: { children: ReactNode }) {
  return (
    <div className={classes.bar} data-sticky-bar>
      {children}
    </div>
  );
}
