import type { Referral } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { Code, PriorityMark } from '../../shared/ui/index.ts';
import { useGovernorateName } from '../sites/index.ts';
import { Age } from './Age.tsx';
import { AidMark } from './AidMark.tsx';
import classes from './InboxRows.module.css';
import { ReferralActions } from './ReferralActions.tsx';

/** Cases an association has, each with what it can do now. */
export function InboxRows({ referrals }: { referrals: readonly Referral[] }) {
  return (
    <ul className={classes.rows}>
      {referrals.map((referral) => (
        <Row key={referral.id} referral={referral} />
      ))}
    </ul>
  );
}

function Row({ referral }: { referral: Referral }) {
  const { t } = useTranslation('referrals');
  const governorateOf = useGovernorateName();
  const { householdSize } = referral;
  return (
    <li className={classes.row}>
      <div className={classes.what}>
        <PriorityMark level={referral.priority} />
        <Link href={`/referrals/${referral.id}`}>
          <AidMark kind={referral.kind} cadence={referral.cadence} />
        </Link>
        <Code muted>{referral.code}</Code>
        <span className={classes.facts}>
          {governorateOf(referral.governorateCode)}
          {householdSize !== null && ` · ${t('household', { count: householdSize })}`}
          {referral.declineReason && ` · ${t(`declineReason.${referral.declineReason}`)}`}
          {referral.outcome && ` · ${t(`outcome.${referral.outcome}`)}`}
        </span>
      </div>
      <Age referral={referral} />
      <div className={classes.actions}>
        <ReferralActions referral={referral} size="xs" />
      </div>
    </li>
  );
}
