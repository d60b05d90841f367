import { Button } from '@mantine/core';
import type { listReferralDues } from '@qafila/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { Answer } from '../../shared/api/index.ts';
import { Code } from '../../shared/ui/index.ts';
import { useCan } from '../session/index.ts';
import { useGovernorateName } from '../sites/index.ts';
import { AidMark } from './AidMark.tsx';
import { HelpDialog } from './HelpDialog.tsx';
import classes from './InboxRows.module.css';

type Due = Answer<typeof listReferralDues>['items'][number];

/** Monthly aid that an association still owes for a month. */
export function DueRows({ dues }: { dues: readonly Due[] }) {
  const { t } = useTranslation('referrals');
  const governorateOf = useGovernorateName();
  const can = useCan();
  const [asked, setAsked] = useState<Due>();
  return (
    <>
      <ul className={classes.rows}>
        {dues.map((due) => (
          <li key={due.referralId} className={classes.row}>
            <div className={classes.what}>
              <Link href={`/referrals/${due.referralId}`}>
                <AidMark kind={due.kind} cadence="monthly" />
              </Link>
              <Code muted>{due.code}</Code>
            </div>
            <span className={classes.facts}>{governorateOf(due.governorateCode)}</span>
            <div className={classes.actions}>
              {can('referral:answer') && (
                <Button size="xs" onClick={() => setAsked(due)}>
                  {t('help.action')}
                </Button>
              )}
            </div>
          </li>
        ))}
      </ul>
      {asked && (
        <HelpDialog referralId={asked.referralId} month={asked.month} onClose={() => setAsked(undefined)} />
      )}
    </>
  );
}
