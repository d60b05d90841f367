import { Button, type ButtonProps } from '@mantine/core';
import { blockersOf, type ConvoyFile, moveConvoy } from '@qafila/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isolated } from '../../shared/format/bidi.ts';
import { useWord } from '../../shared/i18n/index.ts';
import { ConfirmButton, ErrorNotice, Notice, notifyDone } from '../../shared/ui/index.ts';
import { HazardsOnTheWay, nearOf } from '../hazards/index.ts';
import { waitingOf } from './cargo.ts';
import { ASKING, type ConvoyCommand } from './commands.ts';
import { useConvoyChange } from './convoy-change.ts';

type CommandButtonProps = {
  file: Pick<ConvoyFile, 'convoy' | 'readiness' | 'lines' | 'hazards'>;
  command: ConvoyCommand;
  /** Id of the words that say what holds the step up. */
  describedBy?: string;
} & ButtonProps;

/** What cannot be taken back is asked about first; what is held up is closed, and says so beside. */
const CONFIRMED: ReadonlySet<ConvoyCommand> = new Set(['hold', 'cancel', 'depart', 'settle']);

export function CommandButton({ file, command, describedBy, ...button }: CommandButtonProps) {
  const { t } = useTranslation('convoys');
  const word = useWord();
  const [error, setError] = useState<unknown>();
  const { convoy, readiness, lines, hazards } = file;
  const throughHazard = command === 'depart' && hazards.length > 0;
  const { mutateAsync, isPending } = useConvoyChange(convoy, moveConvoy);
  const isBlocked = blockersOf(command, readiness).length > 0;
  const move = async (reason: string) => {
    await mutateAsync({ params: { convoyId: convoy.id }, body: { command, reason, throughHazard } });
    notifyDone(t(`done.${command}`));
  };
  const label = word.command('convoy', command);
  if (CONFIRMED.has(command) && !isBlocked) {
    return (
      <ConfirmButton
        label={label}
        title={t(`ask.${command}`, { code: isolated(convoy.code) })}
        message={
          <>
            {t(`ask.${command}Text`)}
            {command === 'depart' && (
              <p>{t('ask.departLeft', { count: lines.filter((line) => waitingOf(line) > 0).length })}</p>
            )}
            {throughHazard && (
              <Notice kind="warning" role="note" title={t('ask.throughHazard', { count: hazards.length })}>
                <HazardsOnTheWay hazards={nearOf(file)} />
              </Notice>
            )}
          </>
        }
        confirmLabel={throughHazard ? t('ask.throughConfirm') : label}
        danger={command === 'cancel' || throughHazard}
        {...((ASKING.has(command) || throughHazard) && { reason: 'required' as const })}
        button={button}
        onConfirm={move}
      />
    );
  }
  return (
    <>
      <Button
        {...button}
        loading={isPending}
        disabled={isBlocked}
        aria-describedby={describedBy}
        onClick={() => {
          setError(undefined);
          move('').catch(setError);
        }}
      >
        {label}
      </Button>
      {error !== undefined && <ErrorNotice error={error} />}
    </>
  );
}
