import type { DriverView } from '@qafila/contract';
import classes from '../phone/phone.module.css';
import { CallLeader } from './CallLeader.tsx';
import type { DriverState, Driving } from './driving.ts';
import { HazardsAhead } from './HazardsAhead.tsx';
import { NextStep } from './NextStep.tsx';
import { isAhead } from './next-action.ts';
import { ProblemButton } from './ProblemButton.tsx';
import { Queue } from './Queue.tsx';
import { SosButton } from './SosButton.tsx';
import { StopList } from './StopList.tsx';
import { useSpeech } from './speech.ts';
import { TrackingNotice } from './TrackingNotice.tsx';
import type { TrackingState } from './tracking.ts';

type DrivingScreenProps = {
  state: DriverState;
  view: DriverView;
  tracking: TrackingState;
  driving: Driving;
};

/** What a driver needs with one thumb and one look, the most urgent first. */
export function DrivingScreen({ state, view, tracking, driving }: DrivingScreenProps) {
  const { name, say } = useSpeech();
  const { convoy, stops } = view;
  const next = stops.find((stop) => isAhead(stop, state.said));
  return (
    <>
      <TripHead view={view} isReached={state.isReached} />
      <main className={classes.page}>
        <TrackingNotice tracking={tracking} />
        <HazardsAhead hazards={view.hazards} asOf={state.isReached ? null : view.asOf} />
        <NextStep
          view={view}
          said={state.said}
          held={state.held}
          onReport={(kind, stopId) => void driving.report(kind, stopId === undefined ? {} : { stopId })}
          onTakeBack={() => void driving.takeBack()}
        />
        <div className={classes.pair}>
          <ProblemButton onReport={(note) => void driving.report('problem', { note })} />
          <SosButton state={state} onReport={() => void driving.report('sos')} />
        </div>
        <Queue state={state} tracking={tracking} />
        <div className={classes.pair}>
          {convoy.leaderPhone && <CallLeader phone={convoy.leaderPhone} name={convoy.leaderName} />}
          {next && (
            <a
              href={`geo:${next.site.lat},${next.site.lng}?q=${next.site.lat},${next.site.lng}(${encodeURIComponent(name(next.site))})`}
              className={classes.secondary}
            >
              <span>{say('navigate')}</span>
              <small>{name(next.site)}</small>
            </a>
          )}
        </div>
        <StopList stops={stops} said={state.said} />
        <p className={classes.hint}>{say('position.keepOpen')}</p>
      </main>
    </>
  );
}

function TripHead({ view: { convoy, vehicle }, isReached }: { view: DriverView; isReached: boolean }) {
  const { number, say } = useSpeech();
  return (
    <header className={classes.head}>
      <h1>
        <bdi dir="ltr">{vehicle.plate}</bdi>
      </h1>
      <span className={classes.net} data-reached={isReached} role="status">
        {say(isReached ? 'net.on' : 'net.off')}
      </span>
      <p>
        <bdi dir="ltr">{convoy.code}</bdi> ·{' '}
        {say('vehicle', { ordinal: number(vehicle.ordinal), count: number(vehicle.count) })} ·{' '}
        {say(`status.${convoy.status}`)}
      </p>
    </header>
  );
}
