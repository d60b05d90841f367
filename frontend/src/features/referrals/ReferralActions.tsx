import { Button } from '@mantine/core';
import type { Referral, ReferralCommand } from '@qafila/contract';
import { useState } from 'react';
import { useWord } from '../../shared/i18n/index.ts';
import { CommandDialog } from './CommandDialog.tsx';
import { isAskedBack } from './commands.ts';
import { HelpDialog } from './HelpDialog.tsx';

type ReferralActionsProps = { referral: Referral; size?: 'xs' | 'sm' };

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
            variant={variantOf(command, size)}
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

/** What moves a case forward stands out; in a list, where many are, only what somebody waits for. */
function variantOf(command: ReferralCommand, size: 'xs' | 'sm'): 'filled' | 'light' | 'default' {
  if (command === 'accept') return 'filled';
  if (command === 'help') return size === 'xs' ? 'light' : 'filled';
  return 'default';
}
