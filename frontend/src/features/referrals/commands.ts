import {
  acceptReferral,
  closeReferral,
  DeclineReason,
  declineReferral,
  type ReferralCommand,
  ReferralOutcome,
  recallReferral,
  WithdrawalReason,
  withdrawReferral,
} from '@qafila/contract';

/** How a command is asked about: its endpoint, and what must be chosen of which list. */
export const ASKED = {
  accept: { endpoint: acceptReferral },
  recall: { endpoint: recallReferral },
  decline: {
    endpoint: declineReferral,
    field: 'reason',
    words: 'declineReason',
    choices: DeclineReason.options,
  },
  withdraw: {
    endpoint: withdrawReferral,
    field: 'reason',
    words: 'withdrawalReason',
    choices: WithdrawalReason.exclude(['lapsed']).options,
  },
  close: { endpoint: closeReferral, field: 'outcome', words: 'outcome', choices: ReferralOutcome.options },
} as const;

export type AskedCommand = keyof typeof ASKED;

/** Whether a word and a reason are all that a command takes. */
export function isAskedBack(command: ReferralCommand): command is AskedCommand {
  return command in ASKED;
}
