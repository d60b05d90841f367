import { Menu, UnstyledButton } from '@mantine/core';
import { IconPlayerPauseFilled, IconPlayerPlayFilled } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { isolated } from '../../shared/format/bidi.ts';
import { useFormat } from '../../shared/format/index.ts';
import classes from './ReplayBar.module.css';
import { SPEEDS, useIsReplaying, useReplay } from './replay.store.ts';
import { TimeTrack } from './TimeTrack.tsx';
import type { Axis } from './time-axis.ts';
import type { ReplaySession } from './useReplaySession.ts';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const LEAD_MS = 300_000;

/** Below the map: the campaign's time, to be played, dragged and left again for the present. */
export function ReplayBar({ session }: { session: ReplaySession }) {
  const { t } = useTranslation('replay');
  const isReplaying = useIsReplaying();
  const { axis } = session;
  return (
    <section className={classes.bar} data-replaying={isReplaying || undefined} aria-label={t('title')}>
      {axis ? (
        <>
          <PlayButton session={session} axis={axis} />
          <SpeedMenu />
          <Day axis={axis} />
          <TimeTrack session={session} axis={axis} />
          <LiveButton />
        </>
      ) : (
        <span className={classes.nothing}>{t('nothing')}</span>
      )}
    </section>
  );
}

/** Where playing begins from the present: shortly before the first event of the last day, or else an hour ago. */
function beginningOf(events: ReplaySession['events'], { fromMs, toMs }: Axis): number {
  const times = events
    .map(({ at }) => Date.parse(at))
    .filter((atMs) => atMs >= toMs - DAY_MS && atMs < toMs - HOUR_MS);
  return Math.max(fromMs, times.length > 0 ? Math.min(...times) - LEAD_MS : toMs - HOUR_MS);
}

function PlayButton({ session: { events }, axis }: { session: ReplaySession; axis: Axis }) {
  const { t } = useTranslation('replay');
  const isPlaying = useReplay((state) => state.isPlaying);
  const toggle = () => {
    const { atMs, seek, setPlaying } = useReplay.getState();
    const isAtEnd = atMs === null || atMs >= axis.toMs;
    if (!isPlaying && isAtEnd) seek(beginningOf(events, axis));
    setPlaying(!isPlaying);
  };
  const Icon = isPlaying ? IconPlayerPauseFilled : IconPlayerPlayFilled;
  return (
    <UnstyledButton className={classes.play} aria-label={t(isPlaying ? 'pause' : 'play')} onClick={toggle}>
      <Icon size={20} className="icon-forward" aria-hidden="true" />
    </UnstyledButton>
  );
}

function SpeedMenu() {
  const { t } = useTranslation('replay');
  const { number } = useFormat();
  const { speed, setSpeed } = useReplay();
  const textOf = (times: number) => isolated(t('times', { value: number(times) }));
  return (
    <Menu position="top-start">
      <Menu.Target>
        <UnstyledButton className={classes.speed} aria-label={t('speed', { times: textOf(speed) })}>
          {textOf(speed)}
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {SPEEDS.map((each) => (
          <Menu.Item key={each} onClick={() => setSpeed(each)} fw={each === speed ? 600 : 400}>
            {textOf(each)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function Day({ axis }: { axis: Axis }) {
  const { date } = useFormat();
  const hour = useReplay(({ atMs }) => Math.floor((atMs ?? axis.toMs) / HOUR_MS));
  const [first, ...rest] = date(hour * HOUR_MS).split(' ');
  return (
    <span className={classes.day}>
      <b>{first}</b> {rest.join(' ')}
    </span>
  );
}

function LiveButton() {
  const { t } = useTranslation('replay');
  const isReplaying = useIsReplaying();
  const leave = useReplay((state) => state.leave);
  return (
    <UnstyledButton className={classes.live} aria-pressed={!isReplaying} onClick={leave}>
      {t('connection.live')}
    </UnstyledButton>
  );
}
