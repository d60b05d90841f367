import classes from './Code.module.css';

/** A number to call, left to right in either language; nothing when there is none. */
export function PhoneNumber({ number }: { number: string }) {
  if (!number) return null;
  return (
    <a href={`tel:${number.replace(/[^\d+]/g, '')}`} className={classes.phone}>
      <bdi dir="ltr">{number}</bdi>
    </a>
  );
}
