import type { Notice } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useFormat } from '../../shared/format/index.ts';
import { Panel } from '../../shared/ui/index.ts';
import classes from './Notices.module.css';
import { useNoticeWords } from './useNoticeWords.ts';

/** Where what the server tells of is to be found, on the association’s page. */
const PLACES: Readonly<Record<NonNullable<Notice['system']>['kind'], string>> = {
  standing_decided: '',
  obligation_reminder: '/obligations',
  obligation_overdue: '/obligations',
  obligation_returned: '/obligations',
  obligation_accepted: '/obligations',
  visit_planned: '/visits',
  visit_cancelled: '/visits',
  finding_due: '/visits',
  finding_overdue: '/visits',
  referral_received: '/referrals',
  referral_due: '/referrals',
  project_decided: '/projects',
};

export function NoticeText({ notice }: { notice: Notice }) {
  const { t } = useTranslation('notices');
  const { fullDateTime } = useFormat();
  const { textOf, audience } = useNoticeWords();
  const { system, association, validUntil } = notice;
  return (
    <Panel>
      <p className={classes.text} dir="auto">
        {textOf(notice)}
      </p>
      {system && association && (
        <p className={classes.place}>
          <Link href={`/associations/${association.id}${PLACES[system.kind]}`}>{t('toPlace')}</Link>
        </p>
      )}
      <dl className={classes.facts}>
        <dt>{t('to')}</dt>
        <dd>{audience(notice.audience, association)}</dd>
        {notice.sentByName && (
          <>
            <dt>{t('sentBy')}</dt>
            <dd>{notice.sentByName}</dd>
          </>
        )}
        {validUntil && (
          <>
            <dt>{t('validUntil')}</dt>
            <dd>
              <time dateTime={validUntil}>{fullDateTime(validUntil)}</time>
            </dd>
          </>
        )}
        {notice.mail && (
          <>
            <dt>{t('mail.title')}</dt>
            <dd>
              <MailState mail={notice.mail} />
            </dd>
          </>
        )}
      </dl>
    </Panel>
  );
}

export function MailState({ mail }: { mail: NonNullable<Notice['mail']> }) {
  const { t } = useTranslation('notices');
  const { number } = useFormat();
  const parts = (['sent', 'queued', 'failed'] as const).filter((state) => mail[state] > 0);
  return (
    <span className={mail.failed > 0 ? classes.alarm : undefined}>
      {parts.map((state) => t(`mail.${state}`, { number: number(mail[state]) })).join(' · ')}
      {mail.failure && ` (${t(`mail.failure.${mail.failure}`)})`}
    </span>
  );
}
