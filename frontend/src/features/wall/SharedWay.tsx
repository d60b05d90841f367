import { IconArrowRight } from '@tabler/icons-react';
import { useFormat } from '../../shared/format/index.ts';
import type { ConvoyView } from '../live-map/index.ts';
import classes from './SharedWay.module.css';

/** From where to where; where there is no room for both, to where. */
export function SharedWay({ view: { convoy, destination } }: { view: ConvoyView }) {
  const { name } = useFormat();
  return (
    <span className={classes.way}>
      <span className={classes.from}>{name(convoy.origin)}</span>
      {destination && (
        <>
          <IconArrowRight className="icon-forward" size="1em" stroke={1.8} aria-hidden="true" />
          <span className={classes.to}>{name(destination.site)}</span>
        </>
      )}
    </span>
  );
}
