import { readAssociation } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { useApiQuery } from '../../../shared/api/index.ts';
import { useFormat } from '../../../shared/format/index.ts';
import { PhoneNumber, QueryView } from '../../../shared/ui/index.ts';
import { useGovernorateName } from '../../sites/index.ts';
import type { OfAssociation } from '../of-association.ts';
import { Card, Facts } from './Card.tsx';

/** Who it is and how it is reached. */
export const WhoCard: OfAssociation = ({ associationId }) => {
  const { t } = useTranslation('association-page');
  const { number, fullDate } = useFormat();
  const governorateOf = useGovernorateName();
  const query = useApiQuery(readAssociation, { params: { associationId } });
  return (
    <Card title={t('overview.title')} href={`/associations/${associationId}/particulars`}>
      <QueryView query={query}>
        {(association) => (
          <Facts
            facts={[
              {
                key: 'governorate',
                label: t('overview.governorate'),
                value: governorateOf(association.governorateCode),
              },
              { key: 'contact', label: t('overview.contact'), value: association.contactName || '–' },
              association.contactPhone !== '' && {
                key: 'phone',
                label: t('overview.phone'),
                value: <PhoneNumber number={association.contactPhone} />,
              },
              {
                key: 'board',
                label: t('overview.boardEnds'),
                value: association.boardEndsOn ? fullDate(association.boardEndsOn) : '–',
              },
              { key: 'campaigns', label: t('overview.campaigns'), value: number(association.campaignCount) },
              { key: 'users', label: t('overview.users'), value: number(association.memberCount) },
            ]}
          />
        )}
      </QueryView>
    </Card>
  );
};
