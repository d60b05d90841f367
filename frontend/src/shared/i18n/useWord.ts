import type {
  AlertStatus,
  AssociationStatus,
  CampaignStatus,
  ConvoyStatus,
  FinanceState,
  FindingStatus,
  ObligationState,
  PledgeStatus,
  ProjectStatus,
  ReferralStatus,
  Role,
  StopStatus,
  VisitStatus,
} from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';

/** The lifecycles whose states and commands have words. */
export type Worded = {
  campaign: CampaignStatus;
  pledge: PledgeStatus;
  convoy: ConvoyStatus;
  stop: StopStatus;
  association: z.infer<typeof AssociationStatus>;
  alert: AlertStatus;
  obligation: ObligationState;
  finance: FinanceState;
  visit: VisitStatus;
  finding: FindingStatus;
  referral: ReferralStatus;
  project: ProjectStatus;
};

/** Words for what the contract names by code. */
export function useWord() {
  const { t } = useTranslation();
  return {
    state: <Of extends keyof Worded>(of: Of, state: Worded[Of]) => t(`state.${of}.${state}`),
    command: (of: keyof Worded, command: string) => t(`command.${of}.${command}`),
    role: (role: Role) => t(`role.${role}`),
  };
}
