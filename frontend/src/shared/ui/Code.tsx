import type { ReactNode } from 'react';
import classes from './Code.module.css';

/** A code or plate inside running Arabic: isolated, so that its parts never swap sides. */
export function Code({ children, muted = false }: { children: ReactNode; muted?: boolean }) {
  return (
    <bdi dir="ltr" className={muted ? classes.muted : classes.code}>
      {children}
    </bdi>
  );
}
