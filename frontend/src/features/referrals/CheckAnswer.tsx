import { Button } from '@mantine/core';
import { LIMITS } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { toLatinDigits } from '../../shared/format/index.ts';
import { Notice } from '../../shared/ui/index.ts';
import { AidMark } from './AidMark.tsx';
import type { Checked } from './CheckStep.tsx';
import { LastDigits } from './LastDigits.tsx';
import classes from './NewReferralPage.module.css';

type CheckAnswerProps = { checked: Checked; onChange: () => void };

/** What the check found, in plain words: that there is a case, never whose or where. */
export function CheckAnswer({ checked, onChange }: CheckAnswerProps) {
  const { t } = useTranslation('referrals');
  const { nationalId, offer } = checked;
  return (
    <div className={classes.answer}>
      <div className={classes.asked}>
        <b>
          <AidMark {...offer} />
        </b>
        {nationalId !== null && <LastDigits tail={toLatinDigits(nationalId).trim().slice(-3)} />}
        <Button size="compact-sm" variant="default" onClick={onChange}>
          {t('check.change')}
        </Button>
      </div>
      <Found found={checked.found} />
    </div>
  );
}

function Found({ found }: Pick<Checked, 'found'>) {
  const { t } = useTranslation('referrals');
  const values = { span: t('check.span', { count: LIMITS.helpedRecentlyDays }) };
  if (found === null) return <Notice title={t('check.unknown')}>{t('check.unknownText')}</Notice>;
  if (found.hasOpenCase) {
    const { ownReferralId } = found;
    return (
      <Notice
        kind="warning"
        title={t('check.open')}
        actions={
          ownReferralId && (
            <Button size="xs" variant="default" component={Link} href={`/referrals/${ownReferralId}`}>
              {t('check.goToOwn')}
            </Button>
          )
        }
      >
        {t(ownReferralId ? 'check.openOwn' : 'check.openText')}
      </Notice>
    );
  }
  if (found.wasHelpedRecently) {
    return (
      <Notice kind="warning" title={t('check.helped', values)}>
        {t('check.helpedText')}
      </Notice>
    );
  }
  return <Notice kind="done" title={t('check.clear', values)} />;
}
