import type { DriverView } from '@qafila/contract';
import { useSpeech } from './speech.ts';
import classes from './trip.module.css';

/** More than these nobody reads at the wheel. */
const SHOWN = 2;
/** Nearer than this is on the road, for who drives on it. */
const ON_ROUTE_M = 50;

type HazardsAheadProps = {
  hazards: DriverView['hazards'];
  /** When it was so, where that is no longer now. */
  asOf: string | null;
};

export function HazardsAhead({ hazards, asOf }: HazardsAheadProps) {
  const { distance, duration, say, when } = useSpeech();
  if (hazards.length === 0) return null;
  return (
    <section className={classes.hazards}>
      <h2>
        {say('hazard.title')}
        {asOf && <small>{say('asOf', { when: when(asOf) })}</small>}
      </h2>
      <ul>
        {hazards.slice(0, SHOWN).map((hazard) => (
          <li key={hazard.id} className={classes.hazard}>
            <p className={classes.far}>
              <strong>{say('hazard.ahead', { distance: distance(hazard.aheadM) })}</strong>
              <span>{say('hazard.in', { duration: duration(hazard.aheadMin) })}</span>
            </p>
            <p>
              <bdi>{hazard.name || say('hazard.fire')}</bdi> · {say(`severity.${hazard.severity}`)} ·{' '}
              {hazard.distanceM < ON_ROUTE_M
                ? say('hazard.onRoute')
                : say('hazard.off', { distance: distance(hazard.distanceM) })}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
