import { type ReferralFile, readReferral } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'wouter';
import { useApiQuery } from '../../shared/api/index.ts';
import { Code, PageHead, Panel, QueryView, StageTag } from '../../shared/ui/index.ts';
import { useAidWord } from '../../shared/ui/records/index.ts';
import { useUser } from '../session/index.ts';
import { CaseFacts } from './CaseFacts.tsx';
import { DueMonths } from './DueMonths.tsx';
import { HelpList } from './HelpList.tsx';
import { History } from './History.tsx';
import { PersonPanel } from './PersonPanel.tsx';
import { ReassignButton } from './ReassignButton.tsx';
import { ReferPanel } from './ReferPanel.tsx';
import { ReferralActions } from './ReferralActions.tsx';
import classes from './ReferralPage.module.css';
import { usePerson } from './use-person.ts';

/** `/referrals/:referralId`: one case; the person in it only for those who may know, and only when they ask. */
export function ReferralPage() {
  const { referralId = '' } = useParams<{ referralId: string }>();
  const query = useApiQuery(readReferral, { params: { referralId } });
  return (
    <QueryView query={query}>
      {(file) => <Case key={`${referralId} ${file.referral.personAccess}`} file={file} />}
    </QueryView>
  );
}

/** What is known of the person ends with the right to know it: the key above begins anew then. */
function Case({ file }: { file: ReferralFile }) {
  const { t } = useTranslation('referrals');
  const { referral, help, dues, steps } = file;
  const reading = usePerson(referral.id);
  return (
    <>
      <CaseHead file={file} />
      <div className={classes.columns}>
        <div className={classes.main}>
          {referral.commands.includes('refer') && <ReferPanel referral={referral} />}
          <PersonPanel referral={referral} reading={reading} />
          {referral.cadence === 'monthly' && dues.length > 0 && <DueMonths dues={dues} />}
          {(help.length > 0 || referral.acceptedAt !== null) && (
            <HelpList help={help} person={reading.person} />
          )}
        </div>
        <div className={classes.side}>
          <Panel title={t('facts.title')} aside={<ReassignButton referral={referral} />}>
            <CaseFacts referral={referral} />
          </Panel>
          <Panel title={t('history.title')}>
            <History steps={steps} person={reading.person} />
          </Panel>
        </div>
      </div>
    </>
  );
}

function CaseHead({ file: { referral } }: { file: ReferralFile }) {
  const { t } = useTranslation('referrals');
  const { aid } = useAidWord();
  const isOwn = useUser().role === 'association';
  return (
    <PageHead
      trail={<Link href="/referrals">{t(isOwn ? 'inbox.title' : 'title')}</Link>}
      title={t('case.title', { aid: aid(referral) })}
      documentTitle={referral.code}
      meta={
        <>
          <StageTag of="referral" state={referral.status} />
          <Code muted>{referral.code}</Code>
        </>
      }
      actions={<ReferralActions referral={referral} />}
    />
  );
}
