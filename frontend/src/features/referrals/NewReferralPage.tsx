import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { PageHead, Panel } from '../../shared/ui/index.ts';
import { CheckAnswer } from './CheckAnswer.tsx';
import { type Checked, CheckStep } from './CheckStep.tsx';
import classes from './NewReferralPage.module.css';
import { RequestStep } from './RequestStep.tsx';
import { Steps } from './Steps.tsx';

/**
 * `/referrals/new`: first whether the citizen is known, then the least that serves; the association is chosen on the
 * page of the case. Nothing typed here is kept anywhere before it is sent.
 */
export function NewReferralPage() {
  const { t } = useTranslation('referrals');
  const [checked, setChecked] = useState<Checked>();
  const [isAsking, setAsking] = useState(true);
  return (
    <div className={classes.page}>
      <PageHead trail={<Link href="/referrals">{t('title')}</Link>} title={t('new.title')} />
      <Steps current={isAsking ? 'check' : 'request'} />
      <Panel title={t('check.title')} note={isAsking && t('check.note')}>
        {isAsking || !checked ? (
          <CheckStep
            before={checked}
            onChecked={(found) => {
              setChecked(found);
              setAsking(false);
            }}
          />
        ) : (
          <CheckAnswer checked={checked} onChange={() => setAsking(true)} />
        )}
      </Panel>
      {!isAsking && checked && (
        <Panel title={t('new.request')} note={t('new.requestNote')}>
          <RequestStep checked={checked} />
        </Panel>
      )}
    </div>
  );
}
