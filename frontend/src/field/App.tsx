import { useEffect, useState } from 'preact/hooks';
import { PreferenceBar } from '../phone/PreferenceBar.tsx';
import phone from '../phone/phone.module.css';
import type { Preferences } from '../phone/preferences.ts';
import { SpeechContext, useSpeech, VisitingContext } from './context.ts';
import type { Door, Entrance } from './entrance.ts';
import { SignInLink } from './Standing.tsx';
import { standing } from './steps.ts';
import { VisitList } from './VisitList.tsx';
import { VisitScreen } from './VisitScreen.tsx';
import { speechIn } from './words.ts';

type AppProps = {
  door: Door;
  entrance: Entrance;
  preferences: Preferences;
  onPreferences: (preferences: Preferences) => void;
};

export function App({ door, entrance, preferences, onPreferences }: AppProps) {
  const speech = speechIn(preferences);
  return (
    <SpeechContext.Provider value={speech}>
      {isOpen(door) ? (
        <VisitingContext.Provider value={door.visiting}>
          <Open door={door} onSignOut={() => void entrance.signOut()} />
        </VisitingContext.Provider>
      ) : (
        <Plain door={door} />
      )}
      <PreferenceBar say={speech.say} preferences={preferences} onChange={onPreferences} />
    </SpeechContext.Provider>
  );
}

type OpenDoor = Extract<Door, { kind: 'open' }>;

/** Before the visits have been read for the first time there is nothing to show, unless that cannot be now. */
function isOpen(door: Door): door is OpenDoor {
  if (door.kind !== 'open' || door.state.isForbidden) return false;
  const { isRead, isReached, isSignedOut } = door.state;
  return isRead || !isReached || isSignedOut;
}

type OpenProps = { door: OpenDoor; onSignOut: () => void };

/** The list, or the visit that the address names after its `#`. */
function Open({ door: { state, visiting }, onSignOut }: OpenProps) {
  const hash = useHash();
  const visits = state.visits.map((visit) => standing(visit, state.waiting, visiting.visitor.name));
  const chosen = visits.find(({ id }) => id === hash);
  if (chosen) return <VisitScreen key={chosen.id} visit={chosen} state={state} />;
  return <VisitList visits={visits} state={state} onSignOut={onSignOut} />;
}

function useHash(): string {
  const [hash, setHash] = useState(location.hash.slice(1));
  useEffect(function follow() {
    const read = () => setHash(location.hash.slice(1));
    addEventListener('hashchange', read);
    return () => removeEventListener('hashchange', read);
  }, []);
  return hash;
}

/** A page that says one thing: why there are no visits on it. */
function Plain({ door }: { door: Door }) {
  const { count, say } = useSpeech();
  const isForbidden = door.kind === 'open' && door.state.isForbidden;
  if (door.kind === 'opening' || (door.kind === 'open' && !isForbidden)) {
    return (
      <main className={phone.plain} aria-busy="true">
        <p>{say('opening')}</p>
      </main>
    );
  }
  const why = isForbidden ? 'forbidden' : door.kind === 'unreachable' ? 'unreachable' : 'signedOut';
  const left = door.kind === 'signedOut' ? door.left : [];
  return (
    <main className={phone.plain}>
      <h1>{say(`${why}.title`)}</h1>
      <p>{say(`${why}.text`)}</p>
      {why === 'signedOut' && <SignInLink />}
      {isForbidden && (
        <a href="/" className={phone.primary}>
          {say('toApp')}
        </a>
      )}
      {left.length > 0 && (
        <div className={phone.left}>
          <p>{say('left')}</p>
          <ul>
            {left.map((person) => (
              <li key={person.name}>{count('left.person', person.count, { name: person.name })}</li>
            ))}
          </ul>
        </div>
      )}
    </main>
  );
}
