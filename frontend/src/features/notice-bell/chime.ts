const KEPT_AS = 'qafila.noticeChime';

/** Two tones, the second higher: frequency in Hz, beginning and length in seconds. */
const TONES = [
  { hz: 660, at: 0, long: 0.18 },
  { hz: 880, at: 0.2, long: 0.3 },
] as const;
const LOUDNESS = 0.2;

/** Whether this device sounds for what is urgent; it does until it is told not to. */
export function isChimeOn(): boolean {
  return localStorage.getItem(KEPT_AS) !== 'off';
}

export function setChime(isOn: boolean): void {
  if (isOn) localStorage.removeItem(KEPT_AS);
  else localStorage.setItem(KEPT_AS, 'off');
}

/** Browsers let a page sound only once somebody has touched it; before that it stays silent. */
export function chime(): void {
  if (!isChimeOn() || !navigator.userActivation?.hasBeenActive) return;
  const audio = new AudioContext();
  for (const { hz, at, long } of TONES) {
    const begin = audio.currentTime + at;
    const gain = audio.createGain();
    gain.gain.setValueAtTime(0, begin);
    gain.gain.linearRampToValueAtTime(LOUDNESS, begin + 0.02);
    gain.gain.exponentialRampToValueAtTime(0.001, begin + long);
    gain.connect(audio.destination);
    const tone = audio.createOscillator();
    tone.frequency.value = hz;
    tone.connect(gain);
    tone.start(begin);
    tone.stop(begin + long);
    tone.onended = () => {
      if (hz === TONES[1].hz) void audio.close();
    };
  }
}
