import type { ReferralPerson } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { PhoneNumber } from '../../shared/ui/index.ts';
import { LastDigits } from './LastDigits.tsx';
import classes from './PersonPanel.module.css';

/** What was asked of the citizen, as far as the reader may know it. */
export function PersonFacts({ person }: { person: ReferralPerson }) {
  const { t } = useTranslation('referrals');
  return (
    <dl className={classes.facts}>
      {person.fullName !== null && (
        <div>
          <dt>{t('person.fullName')}</dt>
          <dd>{person.fullName}</dd>
        </div>
      )}
      {person.phone !== null && (
        <div>
          <dt>{t('person.phone')}</dt>
          <dd>{person.phone ? <PhoneNumber number={person.phone} /> : '–'}</dd>
        </div>
      )}
      {person.access === 'full' && (
        <div>
          <dt>{t('person.nationalId')}</dt>
          <dd>
            {person.nationalIdTail ? <LastDigits tail={person.nationalIdTail} /> : t('person.noNationalId')}
          </dd>
        </div>
      )}
      <div className={classes.whole}>
        <dt>{t('person.request')}</dt>
        <dd>{person.request}</dd>
      </div>
      {person.basisNote && (
        <div className={classes.whole}>
          <dt>{t('person.basisNote')}</dt>
          <dd>{person.basisNote}</dd>
        </div>
      )}
    </dl>
  );
}
