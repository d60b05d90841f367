import { notifications } from '@mantine/notifications';
import type { Alert } from '@qafila/contract';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { isolated } from '../../shared/format/bidi.ts';
import { AlertGlyph } from './AlertGlyph.tsx';
import { changesSince, saidOf, severityOf, waiting } from './alert-view.ts';
import { useAlertText } from './useAlertText.ts';

const SHOWN_MS = 10_000;
/** More at once than this are told as one number. */
const AT_ONCE = 3;
const MANY_ID = 'alerts-many';

/**
 * Tells of every alert as it is raised: what is critical interrupts and stays until it is closed or no longer waits,
 * the rest passes.
 */
export function useAlertToasts(campaignId: string, alerts: readonly Alert[] | undefined): void {
  const { t } = useTranslation('alerts');
  const textOf = useAlertText();
  const known = useRef<{ campaignId: string; ids: ReadonlySet<string> } | null>(null);
  useEffect(function tell() {
    if (!alerts) return;
    const before = known.current?.campaignId === campaignId ? known.current.ids : null;
    const { fresh, settledIds } = changesSince(before, alerts);
    known.current = { campaignId, ids: new Set(waiting(alerts).map(({ id }) => id)) };
    for (const id of settledIds) notifications.hide(id);
    const single = fresh.filter((alert, i) => i < AT_ONCE || severityOf(alert) === 'critical');
    const words = { onMap: t('onMap'), close: t('common:action.close') };
    for (const alert of single) show(alert, textOf(saidOf(alert)), words);
    const rest = fresh.length - single.length;
    if (rest > 0) {
      notifications.show({
        id: MANY_ID,
        position: 'top-center',
        role: 'status',
        autoClose: SHOWN_MS,
        closeButtonProps: { 'aria-label': words.close },
        message: t('more', { count: rest }),
      });
    }
  });
}

function show(alert: Alert, text: string, words: { onMap: string; close: string }): void {
  const isCritical = severityOf(alert) === 'critical';
  notifications.show({
    id: alert.id,
    position: 'top-center',
    role: isCritical ? 'alert' : 'status',
    autoClose: isCritical ? false : SHOWN_MS,
    color: isCritical ? 'red' : 'qafila',
    withBorder: true,
    closeButtonProps: { 'aria-label': words.close },
    title: (
      <>
        <AlertGlyph kind={alert.kind} size={16} /> {isolated(alert.convoy.code)}
      </>
    ),
    message: (
      <>
        {text} <Link href={`/c/${alert.campaignId}/map?convoy=${alert.convoy.id}`}>{words.onMap}</Link>
      </>
    ),
  });
}
