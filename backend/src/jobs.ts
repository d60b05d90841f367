import { escalateNotices, sendMail } from './features/notices/index.ts';
import { openDueObligations, remindOfObligations } from './features/obligations/index.ts';
import { erasePeople, openMonthlyDues } from './features/referrals/index.ts';
import { remindOfFindings } from './features/visits/index.ts';
import type { Config } from './platform/config.ts';
import type { Jobs } from './platform/jobs.ts';
import { createMailer } from './platform/mail.ts';
import { clearAway } from './upkeep.ts';

/** What the server does by itself, one line each; how often, the contract says. */
export function jobsOf(config: Config): Jobs {
  const { mail, publicUrl } = config;
  const mailJob = mail && publicUrl !== undefined ? { mailer: createMailer(mail), publicUrl } : undefined;
  return {
    notice_escalation: (ctx) => escalateNotices(ctx, config.urgentAckMin),
    mail: (ctx) => sendMail(ctx, mailJob),
    obligations_due: openDueObligations,
    obligation_reminders: remindOfObligations,
    finding_reminders: remindOfFindings,
    monthly_aid: openMonthlyDues,
    referral_retention: (ctx) => erasePeople(ctx, config.keepReferralsDays),
    upkeep: (ctx) => clearAway(ctx, config),
  };
}
