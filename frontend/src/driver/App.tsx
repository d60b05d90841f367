import { PreferenceBar } from '../phone/PreferenceBar.tsx';
import classes from '../phone/phone.module.css';
import type { Preferences } from '../phone/preferences.ts';
import { CallLeader } from './CallLeader.tsx';
import { DrivingScreen } from './DrivingScreen.tsx';
import type { DriverState, Driving, Phase } from './driving.ts';
import { SpeechContext, useSpeech } from './speech.ts';
import type { TrackingState } from './tracking.ts';
import { speechIn } from './words.ts';

export type AppProps = {
  state: DriverState;
  tracking: TrackingState;
  driving: Driving;
  preferences: Preferences;
  onPreferences: (preferences: Preferences) => void;
};

export function App({ state, tracking, driving, preferences, onPreferences }: AppProps) {
  const speech = speechIn(preferences);
  return (
    <SpeechContext.Provider value={speech}>
      {state.phase === 'driving' && state.view ? (
        <DrivingScreen state={state} view={state.view} tracking={tracking} driving={driving} />
      ) : (
        <Plain state={state} phase={state.phase} onBack={() => void driving.begin(null)} />
      )}
      <PreferenceBar say={speech.say} preferences={preferences} onChange={onPreferences} />
    </SpeechContext.Provider>
  );
}

type PlainProps = { state: DriverState; phase: Phase; onBack: () => void };

/** A page that says one thing: why nothing can be driven from it. */
function Plain({ state: { view, waiting }, phase, onBack }: PlainProps) {
  const { say, count } = useSpeech();
  if (phase === 'opening' || phase === 'taking' || phase === 'driving') {
    return (
      <main className={classes.plain} aria-busy="true">
        <p>{say(phase === 'taking' ? 'taking' : 'opening')}</p>
      </main>
    );
  }
  const isLeft = phase === 'ended' && waiting.reports + waiting.fixes > 0;
  const hasTrip = phase !== 'ended' && phase !== 'unreachable' && view !== null;
  return (
    <main className={classes.plain}>
      <h1>{say(`${phase}.title`)}</h1>
      <p>{say(`${phase}.text`)}</p>
      {isLeft && (
        <div className={classes.left}>
          <p>{say('left')}</p>
          <ul>
            {waiting.reports > 0 && <li>{count('left.messages', waiting.reports)}</li>}
            {waiting.fixes > 0 && <li>{count('left.positions', waiting.fixes)}</li>}
          </ul>
        </div>
      )}
      {hasTrip && (
        <button type="button" className={classes.secondary} onClick={onBack}>
          {say('backToTrip')}
        </button>
      )}
      {view?.convoy.leaderPhone && (
        <CallLeader phone={view.convoy.leaderPhone} name={view.convoy.leaderName} />
      )}
    </main>
  );
}
