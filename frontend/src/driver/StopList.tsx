import type { DriverStop } from '@qafila/contract';
import type { Said } from './next-action.ts';
import { isAhead } from './next-action.ts';
import { useSpeech } from './speech.ts';
import classes from './trip.module.css';

export function StopList({ stops, said }: { stops: readonly DriverStop[]; said: readonly Said[] }) {
  const { kilograms, name, number, say } = useSpeech();
  return (
    <section className={classes.stops}>
      <h2>{say('stops')}</h2>
      <ol>
        {stops.map((stop) => (
          <li key={stop.id} data-ahead={isAhead(stop, said)}>
            <span className={classes.ordinal} aria-hidden="true">
              {number(stop.ordinal)}
            </span>
            <div>
              <strong>{name(stop.site)}</strong>
              <StopState
                stop={stop}
                told={said.find((it) => it.kind === 'arrived' && it.stopId === stop.id)}
              />
            </div>
            {stop.cargoKg > 0 && <span className={classes.cargo}>{kilograms(stop.cargoKg)}</span>}
          </li>
        ))}
      </ol>
    </section>
  );
}

function StopState({ stop, told }: { stop: DriverStop; told: Said | undefined }) {
  const { say, when } = useSpeech();
  if (stop.status === 'settled' || stop.status === 'skipped' || stop.status === 'unloading') {
    return <span>{say(`stop.${stop.status}`)}</span>;
  }
  if (stop.arrivedAt) return <span>{say('stop.arrived', { when: when(stop.arrivedAt) })}</span>;
  if (told) return <span>{say('stop.told', { when: when(told.at) })}</span>;
  return <span>{say('planned', { when: when(stop.plannedArrivalAt) })}</span>;
}
