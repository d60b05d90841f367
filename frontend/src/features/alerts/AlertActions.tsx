import { Button } from '@mantine/core';
import { ALERTS, type Alert, moveStop } from '@qafila/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { invalidateTopics, queryClient, useApiMutation } from '../../shared/api/index.ts';
import { useFormat } from '../../shared/format/index.ts';
import { useWord } from '../../shared/i18n/index.ts';
import { ErrorNotice, notifyDone } from '../../shared/ui/index.ts';
import { useCan } from '../session/index.ts';
import { isOpen } from './alert-view.ts';
import { NoteDialog } from './NoteDialog.tsx';

type AlertActionsProps = { alert: Alert };

/** What the reader may do about an alert: acknowledge it, end it where only a person can, enter the arrival it proposes. */
export function AlertActions({ alert }: AlertActionsProps) {
  const word = useWord();
  const can = useCan();
  const [asked, setAsked] = useState<'acknowledge' | 'clear' | undefined>(undefined);
  const mayAnswer = can('alert:acknowledge') && isOpen(alert);
  const isEndedByPerson = ALERTS[alert.kind].ends === 'person';
  return (
    <>
      {alert.kind === 'arrived' && isOpen(alert) && can('convoy:manage') && <EnterArrival alert={alert} />}
      {mayAnswer && isEndedByPerson && (
        <Button size="compact-sm" variant="default" onClick={() => setAsked('clear')}>
          {word.command('alert', 'clear')}
        </Button>
      )}
      {mayAnswer && alert.status === 'raised' && (
        <Button
          size="compact-sm"
          variant="default"
          data-acknowledge={alert.id}
          onClick={() => setAsked('acknowledge')}
        >
          {word.command('alert', 'acknowledge')}
        </Button>
      )}
      {asked && <NoteDialog alert={alert} command={asked} onClose={() => setAsked(undefined)} />}
    </>
  );
}

/** Arrivals are proposed by the system and entered by a person, at the moment the vehicle came. */
function EnterArrival({ alert: { campaignId, stop, beganAt } }: AlertActionsProps) {
  const { t } = useTranslation('alerts');
  const { time } = useFormat();
  const { mutate, isPending, error } = useApiMutation(moveStop, {
    onSuccess: async () => {
      notifyDone(t('done.arrival'));
      await invalidateTopics(queryClient, campaignId, ['convoys', 'alerts']);
    },
  });
  if (!stop) return null;
  return (
    <>
      <Button
        size="compact-sm"
        loading={isPending}
        onClick={() => mutate({ params: { stopId: stop.id }, body: { command: 'arrive', at: beganAt } })}
      >
        {t('enterArrival', { time: time(beganAt) })}
      </Button>
      {error && <ErrorNotice error={error} />}
    </>
  );
}
