import type { DriverReportKind, DriverView } from '@qafila/contract';
import classes from './driver.module.css';
import type { DriverState } from './driving.ts';
import { nextAction, type Said } from './next-action.ts';
import { useSpeech } from './speech.ts';

type NextStepProps = {
  view: DriverView;
  said: readonly Said[];
  held: DriverState['held'];
  onReport: (kind: DriverReportKind, stopId?: string) => void;
  onTakeBack: () => void;
};

/** The one giant button; after a tap, for a moment, the way back. */
export function NextStep({ view, said, held, onReport, onTakeBack }: NextStepProps) {
  const { name, say, when } = useSpeech();
  if (held) return <Held view={view} held={held} onTakeBack={onTakeBack} />;
  const action = nextAction(view, said);
  if (action.kind === 'done') {
    return (
      <section className={classes.step} data-done>
        <strong>{say('done')}</strong>
        <span>{say('done.text')}</span>
      </section>
    );
  }
  const { origin, plannedDepartureAt } = view.convoy;
  return action.kind === 'departed' ? (
    <button type="button" className={classes.step} onClick={() => onReport('departed')}>
      <strong>{say('departed')}</strong>
      <span>{say('departed.from', { place: name(origin) })}</span>
      <span>{say('planned', { when: when(plannedDepartureAt) })}</span>
    </button>
  ) : (
    <button type="button" className={classes.step} onClick={() => onReport('arrived', action.stop.id)}>
      <strong>{say('arrived', { place: name(action.stop.site) })}</strong>
      <span>{say('planned', { when: when(action.stop.plannedArrivalAt) })}</span>
    </button>
  );
}

type HeldProps = Pick<NextStepProps, 'view' | 'onTakeBack'> & { held: NonNullable<DriverState['held']> };

function Held({ view, held: { report }, onTakeBack }: HeldProps) {
  const { name, say } = useSpeech();
  const stop = view.stops.find(({ id }) => id === report.stopId);
  return (
    <section className={classes.step} data-held>
      <span role="status">
        {report.kind === 'arrived' && stop
          ? say('held.arrived', { place: name(stop.site) })
          : say(report.kind === 'departed' ? 'held.departed' : 'held.problem')}
      </span>
      <button type="button" className={classes.takeBack} onClick={onTakeBack}>
        {say('takeBack')}
      </button>
    </section>
  );
}
