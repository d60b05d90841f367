import { Button } from '@mantine/core';
import { type ConvoyFile, moveStop, type Stop } from '@qafila/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWord } from '../../shared/i18n/index.ts';
import { ErrorNotice, notifyDone } from '../../shared/ui/index.ts';
import { stopCommands } from './commands.ts';
import { useConvoyChange } from './convoy-change.ts';
import { SkipStopDialog } from './SkipStopDialog.tsx';
import { StopTime, timeFaultOf } from './StopTime.tsx';

type StopActionsProps = { file: ConvoyFile; stop: Stop };

export function StopActions({ file, stop }: StopActionsProps) {
  const { t } = useTranslation('convoys');
  const word = useWord();
  const [isSkipping, setSkipping] = useState(false);
  const [at, setAt] = useState<string | null>(null);
  const change = useConvoyChange(file.convoy, moveStop);
  const commands = stopCommands(file.convoy, stop);
  if (commands.length === 0) return null;
  const hasStep = commands.some((command) => command !== 'skip');
  const move = (command: 'arrive' | 'unload') =>
    change.mutate(
      { params: { stopId: stop.id }, body: { command, ...(at !== null && { at }) } },
      {
        onSuccess: () => {
          setAt(null);
          notifyDone(t(command === 'arrive' ? 'done.arrive' : 'done.unload'));
        },
      },
    );
  return (
    <>
      {commands.map((command) =>
        command === 'skip' ? (
          <Button key={command} size="sm" variant="default" onClick={() => setSkipping(true)}>
            {word.command('stop', command)}
          </Button>
        ) : (
          <Button
            key={command}
            size="sm"
            variant="light"
            loading={change.isPending}
            onClick={() => move(command)}
          >
            {word.command('stop', command)}
          </Button>
        ),
      )}
      {hasStep && <StopTime at={at} onChange={setAt} error={change.error} />}
      {change.error && !timeFaultOf(change.error) && <ErrorNotice error={change.error} />}
      <SkipStopDialog file={file} stop={stop} opened={isSkipping} onClose={() => setSkipping(false)} />
    </>
  );
}
