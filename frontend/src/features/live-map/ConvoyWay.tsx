import type { Convoy, Stop } from '@qafila/contract';
import { IconArrowRight } from '@tabler/icons-react';
import { useFormat } from '../../shared/format/index.ts';
import classes from './ConvoyWay.module.css';

type ConvoyWayProps = { convoy: Convoy; destination: Stop | undefined };

/** From where to where, the last stop standing for the way. */
export function ConvoyWay({ convoy, destination }: ConvoyWayProps) {
  const { name } = useFormat();
  return (
    <span className={classes.way}>
      <span className={classes.place}>{name(convoy.origin)}</span>
      <IconArrowRight size={14} stroke={1.8} className="icon-forward" aria-hidden="true" />
      <span className={classes.place}>{destination && name(destination.site)}</span>
    </span>
  );
}
