import '../shared/ui/tokens.css';
import '../phone/phone.css';
import { render } from 'preact';
import { followScheme, keepShell, nameDocument } from '../phone/page.ts';
import { recallPreferences, rememberPreferences } from '../phone/preferences.ts';
import { App } from './App.tsx';
import { api } from './api.ts';
import { type DriverState, Driving } from './driving.ts';
import { openStore } from './store.ts';
import { startTracking, type TrackingState } from './tracking.ts';
import { keepAwake } from './wake-lock.ts';
import { speechIn } from './words.ts';

const REFRESH_EVERY_MS = 60_000;
/** The link's secret is in the address no longer than it is needed. */
const DONE_WITH_SECRET = new Set(['driving', 'used', 'unknown', 'ended']);

async function start(): Promise<void> {
  const root = document.getElementById('root') ?? document.body;
  let state: DriverState | undefined;
  let tracking: TrackingState = 'asking';
  let preferences = recallPreferences();
  let rest: (() => void) | undefined;

  const driving = new Driving({
    store: await openStore(),
    api,
    nowMs: Date.now,
    onChange(changed) {
      state = changed;
      if (DONE_WITH_SECRET.has(changed.phase) && location.hash) history.replaceState(null, '', '/d');
      follow(changed.phase === 'driving');
      draw();
    },
  });

  /** Position and screen are asked of the phone only while it drives. */
  function follow(isDriving: boolean): void {
    if (isDriving === (rest !== undefined)) return;
    rest?.();
    rest = isDriving ? work() : undefined;
  }

  function work(): () => void {
    const stopTracking = startTracking({
      offsetMs: () => driving.offsetMs,
      onFix: (fix) => void driving.addFix(fix),
      onState(changed) {
        tracking = changed;
        draw();
      },
    });
    const sleep = keepAwake();
    const timer = setInterval(() => void driving.refresh(), REFRESH_EVERY_MS);
    return () => {
      stopTracking();
      sleep();
      clearInterval(timer);
    };
  }

  function draw(): void {
    if (!state) return;
    nameDocument(preferences.language, speechIn(preferences).say('title'));
    const onPreferences = (chosen: typeof preferences) => {
      preferences = chosen;
      rememberPreferences(chosen);
      draw();
    };
    render(<App {...{ state, tracking, driving, preferences, onPreferences }} />, root);
  }

  addEventListener('online', () => void driving.network(true));
  addEventListener('offline', () => void driving.network(false));
  addEventListener('hashchange', () => void takeLink(driving));
  await takeLink(driving);
}

function takeLink(driving: Driving): Promise<void> {
  const secret = location.hash.slice(1);
  return driving.begin(secret === '' ? null : secret);
}

followScheme();
keepShell('/driver-worker.js', '/d');
start().catch(() => undefined);
