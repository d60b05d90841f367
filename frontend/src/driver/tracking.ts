import type { DriverFix } from '@qafila/contract';
import { momentOfFix } from '../phone/clock.ts';

export type TrackingState =
  | 'asking'
  | 'on'
  /** No satellites just now: under a roof, in a tunnel. */
  | 'searching'
  | 'denied'
  /** Browsers give a position to pages over HTTPS alone. */
  | 'insecure'
  | 'unavailable';

type TrackingDeps = {
  readonly offsetMs: () => number;
  readonly onFix: (fix: DriverFix) => void;
  readonly onState: (state: TrackingState) => void;
};

const PATIENCE_MS = 30_000;
/** Some phones say nothing while they stand still; then they are asked, so that the vehicle does not fall silent. */
const ASK_EVERY_MS = 60_000;

/** Follows the phone's position until it is told to stop. */
export function startTracking({ offsetMs, onFix, onState }: TrackingDeps): () => void {
  if (!window.isSecureContext) onState('insecure');
  else if (!('geolocation' in navigator)) onState('unavailable');
  else return follow();
  return () => undefined;

  function follow(): () => void {
    const { geolocation } = navigator;
    const options = { enableHighAccuracy: true, maximumAge: 0, timeout: PATIENCE_MS };
    let lastMs = Date.now();
    let batteryPct: number | null = null;
    const take = ({ coords, timestamp }: GeolocationPosition) => {
      lastMs = Date.now();
      onState('on');
      onFix({ ...toFix(coords), at: momentOfFix(timestamp, lastMs, offsetMs()), batteryPct });
    };
    const fail = ({ code }: GeolocationPositionError) => onState(code === 1 ? 'denied' : 'searching');
    const watch = () => geolocation.watchPosition(take, fail, options);
    onState('asking');
    let watching = watch();
    const timer = setInterval(() => {
      if (Date.now() - lastMs >= ASK_EVERY_MS) geolocation.getCurrentPosition(take, fail, options);
    }, ASK_EVERY_MS);
    const forgetPermission = onPermission(() => {
      geolocation.clearWatch(watching);
      watching = watch();
    });
    const forgetBattery = onBattery((percent) => {
      batteryPct = percent;
    });
    return () => {
      geolocation.clearWatch(watching);
      clearInterval(timer);
      forgetPermission();
      forgetBattery();
    };
  }
}

function toFix({ latitude, longitude, speed, heading, accuracy }: GeolocationCoordinates) {
  return {
    lat: rounded(latitude, 6) ?? 0,
    lng: rounded(longitude, 6) ?? 0,
    speedMps: rounded(speed, 1),
    headingDeg: rounded(heading, 0),
    accuracyM: rounded(accuracy, 0),
  };
}

/** Phones say NaN for a heading while they stand. */
function rounded(value: number | null, decimals: number): number | null {
  if (value === null || !Number.isFinite(value)) return null;
  return Number(value.toFixed(decimals));
}

/** A permission that is granted in the phone's settings counts at once. */
function onPermission(granted: () => void): () => void {
  const listening = new AbortController();
  navigator.permissions
    ?.query({ name: 'geolocation' })
    .then((status) => {
      const hear = () => status.state === 'granted' && granted();
      status.addEventListener('change', hear, { signal: listening.signal });
    })
    .catch(() => undefined);
  return () => listening.abort();
}

type Battery = EventTarget & { readonly level: number };

/** Only Chromium tells. */
function onBattery(hear: (percent: number) => void): () => void {
  const listening = new AbortController();
  const { getBattery } = navigator as { getBattery?: () => Promise<Battery> };
  getBattery
    ?.call(navigator)
    .then((battery) => {
      const tell = () => hear(Math.round(battery.level * 100));
      tell();
      battery.addEventListener('levelchange', tell, { signal: listening.signal });
    })
    .catch(() => undefined);
  return () => listening.abort();
}
