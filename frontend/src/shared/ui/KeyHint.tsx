import type { ReactNode } from 'react';
import classes from './KeyHint.module.css';

/** Keys and what they do, for those who have a keyboard. */
export function KeyHint({ keys, children }: { keys: readonly string[]; children: ReactNode }) {
  return (
    <span className={classes.hint}>
      <bdi dir="ltr">
        {keys.map((key) => (
          <kbd key={key}>{key}</kbd>
        ))}
      </bdi>
      {children}
    </span>
  );
}
