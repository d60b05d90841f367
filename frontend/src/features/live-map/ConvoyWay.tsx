import { type Convoy, listGovernorates, type Stop } from '@qafila/contract';
import { IconArrowRight } from '@tabler/icons-react';
import { useApiQuery } from '../../shared/api/index.ts';
import { useFormat } from '../../shared/format/index.ts';
import classes from './ConvoyWay.module.css';

type ConvoyWayProps = { convoy: Convoy; destination: Stop | undefined };

/** From which governorate to which place, the last stop standing for the way. */
export function ConvoyWay({ convoy: { origin }, destination }: ConvoyWayProps) {
  const { name } = useFormat();
  const { data } = useApiQuery(listGovernorates, {}, { staleMs: Number.POSITIVE_INFINITY });
  const governorate = data?.find(({ code }) => code === origin.governorateCode);
  return (
    <span className={classes.way}>
      <span className={classes.place}>{name(governorate ?? origin)}</span>
      <IconArrowRight size={14} stroke={1.8} className="icon-forward" aria-hidden="true" />
      <span className={classes.place}>{destination && name(destination.site)}</span>
    </span>
  );
}
