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

/** Below the map: the campaign's time, to be played, dragged and left again for the present. */
export function ReplayBar({ session }: { session: ReplaySession }) {
  const { t } = useTranslation('replay');
  const isReplaying = useIsReplaying();
  const { axis } = session;
  return (
    <section className={classes.bar} data-replaying={isReplaying || undefined} aria-label={t('title')}>
      {axis ? (
        <>
          <PlayButton axis={axis} />
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

/** From the present it goes back a day, or to the beginning of a shorter span. */
function PlayButton({ axis }: { axis: Axis }) {
  const { t } = useTranslation('replay');
  const isPlaying = useReplay((state) => state.isPlaying);
  const toggle = () => {
    const { atMs, seek, setPlaying } = useReplay.getState();
    const isAtEnd = atMs === null || atMs >= axis.toMs;
    if (!isPlaying && isAtEnd) seek(Math.max(axis.fromMs, axis.toMs - DAY_MS));
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

const HOUR_MS = 3_600_000;

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
