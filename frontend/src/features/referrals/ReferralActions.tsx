import { Button } from '@mantine/core';
import type { Referral, ReferralCommand } from '@qafila/contract';
import { useState } from 'react';
import { useWord } from '../../shared/i18n/index.ts';
import { CommandDialog } from './CommandDialog.tsx';
import { isAskedBack } from './commands.ts';
import { HelpDialog } from './HelpDialog.tsx';

type ReferralActionsProps = { referral: Referral; size?: 'xs' | 'sm' };

/** What moves a case forward is the main button of its state. */
const MAIN: ReadonlySet<ReferralCommand> = new Set(['accept', 'help']);

/** What the reader may do with a case now; choosing an association has a panel of its own. */
export function ReferralActions({ referral, size = 'sm' }: ReferralActionsProps) {
  const { command: wordOf } = useWord();
  const [asked, setAsked] = useState<ReferralCommand>();
  const close = () => setAsked(undefined);
  return (
    <>
      {referral.commands
        .filter((command) => command !== 'refer')
        .map((command) => (
          <Button
            key={command}
            size={size}
            variant={MAIN.has(command) ? 'filled' : 'default'}
            onClick={() => setAsked(command)}
          >
            {wordOf('referral', command)}
          </Button>
        ))}
      {asked === 'help' && <HelpDialog referralId={referral.id} onClose={close} />}
      {asked !== undefined && isAskedBack(asked) && (
        <CommandDialog referral={referral} command={asked} onClose={close} />
      )}
    </>
  );
}
