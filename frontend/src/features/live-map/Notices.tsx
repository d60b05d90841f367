import { IconBattery1, IconClockExclamation, IconMapPinOff, IconWifiOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { isolated } from '../../shared/format/bidi.ts';
import { useFormat } from '../../shared/format/index.ts';
import type { ConvoyView } from './convoy-view.ts';
import classes from './Notices.module.css';
import { type ConvoyNotice, keyOfNotice, noticesOf } from './notices.ts';
import { Section } from './Section.tsx';

const ICONS = {
  late: IconClockExclamation,
  departure_late: IconClockExclamation,
  silent: IconWifiOff,
  never_heard: IconMapPinOff,
  battery: IconBattery1,
} as const;

/** A notice in words, as of `now`. */
export function useNoticeText(now: Date): (notice: ConvoyNotice) => string {
  const { t } = useTranslation('live-map');
  const { duration, number, percent } = useFormat();
  return (notice) => {
    const { kind } = notice;
    if (kind === 'late' || kind === 'departure_late') {
      return t(`notices.${kind}`, { duration: duration(notice.minutes) });
    }
    const { vehicle, seenAt } = notice.vehicle;
    const silentMin = seenAt ? (now.getTime() - seenAt.getTime()) / 60_000 : 0;
    return t(`notices.${kind}`, {
      number: isolated(number(vehicle.ordinal)),
      duration: duration(silentMin),
      share: kind === 'battery' ? percent(notice.percent / 100) : '',
    });
  };
}

type NoticesProps = { view: ConvoyView; now: Date };

/** What the system sees amiss with the convoy just now. */
export function Notices({ view, now }: NoticesProps) {
  const { t } = useTranslation('live-map');
  const notices = noticesOf(view);
  if (notices.length === 0) return null;
  return (
    <Section title={t('notices.title')}>
      <NoticeList notices={notices} now={now} />
    </Section>
  );
}

export function NoticeList({ notices, now }: { notices: readonly ConvoyNotice[]; now: Date }) {
  const textOf = useNoticeText(now);
  return (
    <ul className={classes.notices}>
      {notices.map((notice) => {
        const Icon = ICONS[notice.kind];
        return (
          <li key={keyOfNotice(notice)}>
            <Icon size={18} stroke={1.8} aria-hidden="true" />
            {textOf(notice)}
          </li>
        );
      })}
    </ul>
  );
}
