import type { NoticeBadge } from '@qafila/contract';
import { useEffect, useRef } from 'react';

/** Tells of what has come since the page last knew, never of what lay there when it was opened. */
export function useArrivals(badge: NoticeBadge | undefined): void {
  const known = useRef<NoticeBadge | undefined>(undefined);
  useEffect(
    function tell() {
      if (!badge) return;
      const before = known.current;
      known.current = badge;
      if (!before) return;
      const hasArrived = badge.unread > 0 && (badge.latestAt ?? '') > (before.latestAt ?? '');
      const newAlarms = Math.max(0, badge.alarms - before.alarms);
      if (!hasArrived && newAlarms === 0) return;
      void import('./arrival.tsx').then(({ tellOfNotice, tellOfAlarms }) => {
        if (hasArrived) void tellOfNotice();
        if (newAlarms > 0) tellOfAlarms(badge.alarms);
      });
    },
    [badge],
  );
}
