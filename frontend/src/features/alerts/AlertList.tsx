import type { Alert } from '@qafila/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { calendarDay, useFormat } from '../../shared/format/index.ts';
import { groupsOf } from '../../shared/lists/index.ts';
import { KeyHint, useSingleKeys } from '../../shared/ui/index.ts';
import { useCan } from '../session/index.ts';
import { AlertRow } from './AlertRow.tsx';
import classes from './AlertsPage.module.css';
import { NoteDialog } from './NoteDialog.tsx';

/** By day, newest first; J and K go down and up, A acknowledges the current one. */
export function AlertList({ alerts }: { alerts: readonly Alert[] }) {
  const { longDate } = useFormat();
  const canAnswer = useCan()('alert:acknowledge');
  const [cursorId, setCursorId] = useState('');
  const [asked, setAsked] = useState<Alert | undefined>(undefined);
  const index = Math.max(
    0,
    alerts.findIndex(({ id }) => id === cursorId),
  );
  const current = alerts[index];
  const moveBy = (steps: number) => {
    const next = alerts[Math.min(alerts.length - 1, Math.max(0, index + steps))];
    if (!next) return;
    setCursorId(next.id);
    document.getElementById(rowId(next))?.scrollIntoView({ block: 'nearest' });
  };
  useSingleKeys(canAnswer && asked === undefined && alerts.length > 0, {
    KeyJ: () => moveBy(1),
    KeyK: () => moveBy(-1),
    KeyA: () => current?.status === 'raised' && setAsked(current),
  });
  return (
    <>
      {groupsOf(alerts, ({ beganAt }) => calendarDay(beganAt)).map((ofDay) => (
        <section key={calendarDay(ofDay[0].beganAt)}>
          <h3 className={classes.day}>{longDate(ofDay[0].beganAt)}</h3>
          <ol className={classes.list}>
            {ofDay.map((alert) => (
              <AlertRow
                key={alert.id}
                id={rowId(alert)}
                alert={alert}
                isCurrent={canAnswer && alert === current}
                onFocus={() => setCursorId(alert.id)}
              />
            ))}
          </ol>
        </section>
      ))}
      {asked && <NoteDialog alert={asked} command="acknowledge" onClose={() => setAsked(undefined)} />}
      {canAnswer && alerts.length > 0 && <Keys />}
    </>
  );
}

function rowId({ id }: Alert): string {
  return `alert-${id}`;
}

function Keys() {
  const { t } = useTranslation('alerts');
  return (
    <p className={classes.foot}>
      <KeyHint keys={['J', 'K']}>{t('keys.move')}</KeyHint>
      <KeyHint keys={['A']}>{t('keys.acknowledge')}</KeyHint>
    </p>
  );
}
