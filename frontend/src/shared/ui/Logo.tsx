import classes from './Logo.module.css';

/** The mark: a lead vehicle and its column, moving as the text reads. */
export function Logo({ size = 28 }: { size?: number }) {
  return (
    <svg className="icon-forward" width={size} height={size} viewBox="0 0 28 28" aria-hidden="true">
      <rect width="28" height="28" rx="6" className={classes.ground} />
      <path d="M4.5 11h4v6h-4zM10 11h4v6h-4zM15.5 8l8 6-8 6z" className={classes.column} />
    </svg>
  );
}
