import type { AlertKind } from '@qafila/contract';
import {
  IconArrowBarToLeft,
  IconBattery1,
  IconClockExclamation,
  IconDoorExit,
  IconFlame,
  IconMapPinCheck,
  IconMapPinQuestion,
  IconMessageReport,
  IconPlayerPause,
  IconRouteOff,
  IconSos,
  IconWifiOff,
} from '@tabler/icons-react';
import classes from './AlertGlyph.module.css';
import { severityOf } from './alert-view.ts';

const ICONS: Readonly<Record<AlertKind, typeof IconSos>> = {
  sos: IconSos,
  problem: IconMessageReport,
  hazard_ahead: IconFlame,
  silent: IconWifiOff,
  off_route: IconRouteOff,
  unplanned_halt: IconPlayerPause,
  straggler: IconArrowBarToLeft,
  late_departure: IconClockExclamation,
  late_arrival: IconClockExclamation,
  low_battery: IconBattery1,
  implausible_position: IconMapPinQuestion,
  arrived: IconMapPinCheck,
  left: IconDoorExit,
};

/** The kind by its shape, how grave it is by its colour; the words beside it say both. */
export function AlertGlyph({ kind, size = 18 }: { kind: AlertKind; size?: number }) {
  const Icon = ICONS[kind];
  return (
    <Icon
      size={size}
      stroke={1.8}
      className={classes.glyph ?? ''}
      data-severity={severityOf({ kind })}
      aria-hidden="true"
    />
  );
}
