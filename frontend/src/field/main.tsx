import '../shared/ui/tokens.css';
import '../phone/phone.css';
import { render } from 'preact';
import { followScheme, keepShell, nameDocument } from '../phone/page.ts';
import { recallPreferences, rememberPreferences } from '../phone/preferences.ts';
import { App } from './App.tsx';
import { api } from './api.ts';
import { type Door, Entrance } from './entrance.ts';
import { speechIn } from './words.ts';

const ASK_EVERY_MS = 120_000;
const ASK_AGAIN_MS = 5_000;

function start(): void {
  const root = document.getElementById('root') ?? document.body;
  let door: Door = { kind: 'opening' };
  let preferences = recallPreferences();

  const entrance = new Entrance(api, (changed) => {
    door = changed;
    draw();
  });

  function draw(): void {
    nameDocument(preferences.language, speechIn(preferences).say('title'));
    const onPreferences = (chosen: typeof preferences) => {
      preferences = chosen;
      rememberPreferences(chosen);
      draw();
    };
    render(<App {...{ door, entrance, preferences, onPreferences }} />, root);
  }

  addEventListener('online', () => entrance.network(true));
  addEventListener('offline', () => entrance.network(false));
  // Another page of the product has signed somebody in or out.
  addEventListener('storage', () => void entrance.enter());
  const enterIfSeen = () => {
    if (document.visibilityState === 'visible') void entrance.enter();
  };
  addEventListener('visibilitychange', enterIfSeen);
  setInterval(enterIfSeen, ASK_EVERY_MS);
  setInterval(() => {
    if (door.kind === 'unreachable') void entrance.enter();
  }, ASK_AGAIN_MS);
  draw();
  void entrance.enter();
}

followScheme();
keepShell('/field-worker.js', '/field');
start();
