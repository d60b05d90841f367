import { useEffect, useRef, useState } from 'preact/hooks';
import phone from '../phone/phone.module.css';
import classes from './driver.module.css';
import type { DriverState } from './driving.ts';
import { useSpeech } from './speech.ts';

const HOLD_MS = 2_000;
const PRESSING_KEYS = new Set(['Enter', ' ']);

/** Calls for help when it is held; no pocket and no jolt of the road does that. */
export function SosButton({ state, onReport }: { state: DriverState; onReport: () => void }) {
  const { say } = useSpeech();
  const [isHolding, setHolding] = useState(false);
  const report = useRef(onReport);
  report.current = onReport;
  useEffect(
    function callWhenHeld() {
      if (!isHolding) return;
      const timer = setTimeout(() => {
        setHolding(false);
        navigator.vibrate?.(300);
        report.current();
      }, HOLD_MS);
      return () => clearTimeout(timer);
    },
    [isHolding],
  );
  const release = () => setHolding(false);
  return (
    <button
      type="button"
      className={`${phone.secondary} ${classes.sos}`}
      data-holding={isHolding || undefined}
      onPointerDown={() => setHolding(true)}
      onPointerUp={release}
      onPointerCancel={release}
      onPointerLeave={release}
      onBlur={release}
      onContextMenu={(event) => event.preventDefault()}
      onKeyDown={(event) => {
        if (!PRESSING_KEYS.has(event.key)) return;
        event.preventDefault();
        setHolding(true);
      }}
      onKeyUp={release}
      onClick={(event) => {
        // Screen readers press without a pointer, and cannot hold.
        if (event.detail === 0 && window.confirm(say('sos.confirm'))) onReport();
      }}
    >
      <strong>{say('sos')}</strong>
      <SosState state={state} isHolding={isHolding} />
    </button>
  );
}

function SosState({ state: { said, waiting }, isHolding }: { state: DriverState; isHolding: boolean }) {
  const { say, when } = useSpeech();
  const last = said.filter(({ kind }) => kind === 'sos').at(-1);
  if (isHolding || !last) return <span>{say(isHolding ? 'sos.holding' : 'sos.hold')}</span>;
  return (
    <span role="alert">
      {waiting.reports > 0 ? say('sos.waiting') : say('sos.sent', { when: when(last.at) })}
    </span>
  );
}
