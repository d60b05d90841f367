import type { Referral } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shared/format/index.ts';
import { PriorityMark } from '../../shared/ui/index.ts';
import { useGovernorateName } from '../sites/index.ts';
import { Age } from './Age.tsx';
import classes from './CaseFacts.module.css';

/** The case at a glance, without the person. */
export function CaseFacts({ referral }: { referral: Referral }) {
  const { t } = useTranslation('referrals');
  const { name, fullDate } = useFormat();
  const governorateOf = useGovernorateName();
  const { association, basis, householdSize, outcome, declineReason, withdrawalReason } = referral;
  return (
    <dl className={classes.facts}>
      <dt>{t('field.priority')}</dt>
      <dd className={classes.priority}>
        <PriorityMark level={referral.priority} /> {t(`priority.${referral.priority}`)}
      </dd>
      <dt>{t('field.governorate')}</dt>
      <dd>{governorateOf(referral.governorateCode)}</dd>
      <dt>{t('field.household')}</dt>
      <dd>{householdSize === null ? '–' : t('household', { count: householdSize })}</dd>
      <dt>{t('field.association')}</dt>
      <dd>{association ? name(association) : '–'}</dd>
      <dt>{t('field.age')}</dt>
      <dd>
        <Age referral={referral} />
      </dd>
      {declineReason && (
        <>
          <dt>{t('ask.decline.choice')}</dt>
          <dd>{t(`declineReason.${declineReason}`)}</dd>
        </>
      )}
      {outcome && (
        <>
          <dt>{t('ask.close.choice')}</dt>
          <dd>{t(`outcome.${outcome}`)}</dd>
        </>
      )}
      {withdrawalReason && (
        <>
          <dt>{t('ask.withdraw.choice')}</dt>
          <dd>{t(`withdrawalReason.${withdrawalReason}`)}</dd>
        </>
      )}
      <dt>{t('field.opened')}</dt>
      <dd>{fullDate(referral.openedAt)}</dd>
      {referral.caseworker && (
        <>
          <dt>{t('field.caseworker')}</dt>
          <dd>{referral.caseworker.name}</dd>
        </>
      )}
      <dt>{t('basis.title')}</dt>
      <dd>
        {basis.form ? t(`basis.consent.${basis.form}`) : t(`basis.kind.${basis.kind}`)}
        {basis.givenAt && <small>{fullDate(basis.givenAt)}</small>}
      </dd>
      {referral.isRepeated && (
        <>
          <dt>{t('field.repeated')}</dt>
          <dd>{t('repeated')}</dd>
        </>
      )}
    </dl>
  );
}
