import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { useFormat } from '../format/index.ts';
import classes from './BellLink.module.css';

type BellLinkProps = {
  href: string;
  isCurrent: boolean;
  icon: ReactNode;
  title: string;
  /** All that the bell says, for those who hear it. */
  label: string;
  /** Nothing is shown of none. */
  count: number;
  tone: 'danger' | 'warn' | 'accent' | 'quiet';
  /** The count's meaning by shape. */
  mark?: ReactNode;
};

/** A way to what waits, on every screen, with how much of it there is. */
export function BellLink({ href, isCurrent, icon, title, label, count, tone, mark }: BellLinkProps) {
  const { number } = useFormat();
  return (
    <Link
      href={href}
      className={classes.bell ?? ''}
      aria-current={isCurrent ? 'page' : undefined}
      aria-label={label}
      title={title}
    >
      {icon}
      {count > 0 && (
        <span className={classes.count} data-tone={tone}>
          {mark}
          {number(count)}
        </span>
      )}
    </Link>
  );
}
