import type { Hazard } from '@qafila/contract';
import classes from './HazardMark.module.css';
import { isFire } from './hazard-view.ts';

/** As the map draws it: a square for a fire point, hatching for a zone. */
export function HazardMark({ hazard }: { hazard: Pick<Hazard, 'source'> }) {
  return <span className={classes.mark} data-kind={isFire(hazard) ? 'fire' : 'zone'} aria-hidden="true" />;
}
