import type { Referral } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useFormat } from '../../shared/format/index.ts';
import { Code, DataTable, PriorityMark, StageTag } from '../../shared/ui/index.ts';
import { useGovernorateName } from '../sites/index.ts';
import { Age } from './Age.tsx';
import { AidMark } from './AidMark.tsx';
import classes from './ReferralTable.module.css';

type ReferralTableProps = {
  referrals: readonly Referral[];
  /** Left out where all are of one. */
  isAssociationNamed?: boolean;
};

export function ReferralTable({ referrals, isAssociationNamed = true }: ReferralTableProps) {
  const { t } = useTranslation('referrals');
  return (
    <DataTable isStacked caption={t('title')}>
      <thead>
        <tr>
          <th scope="col">{t('field.case')}</th>
          <th scope="col">{t('field.status')}</th>
          <th scope="col">{t('field.age')}</th>
          {isAssociationNamed && <th scope="col">{t('field.association')}</th>}
          <th scope="col">{t('field.governorate')}</th>
          <th scope="col">{t('field.caseworker')}</th>
        </tr>
      </thead>
      <tbody>
        {referrals.map((referral) => (
          <Row key={referral.id} referral={referral} isAssociationNamed={isAssociationNamed} />
        ))}
      </tbody>
    </DataTable>
  );
}

type RowProps = { referral: Referral; isAssociationNamed: boolean };

function Row({ referral, isAssociationNamed }: RowProps) {
  const { t } = useTranslation('referrals');
  const { name } = useFormat();
  const governorateOf = useGovernorateName();
  return (
    <tr>
      <th scope="row">
        <span className={classes.case}>
          <PriorityMark level={referral.priority} />
          <Link href={`/referrals/${referral.id}`}>
            <AidMark kind={referral.kind} cadence={referral.cadence} />
          </Link>
          <Code muted>{referral.code}</Code>
        </span>
      </th>
      <td data-label={t('field.status')}>
        <StageTag of="referral" state={referral.status} framed={false} />
      </td>
      <td data-label={t('field.age')}>
        <Age referral={referral} />
      </td>
      {isAssociationNamed && (
        <td data-label={t('field.association')}>{referral.association ? name(referral.association) : '–'}</td>
      )}
      <td data-label={t('field.governorate')}>{governorateOf(referral.governorateCode)}</td>
      <td data-label={t('field.caseworker')}>{referral.caseworker?.name ?? '–'}</td>
    </tr>
  );
}
