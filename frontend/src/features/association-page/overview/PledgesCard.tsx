import { PledgeRecord, readAssociationGiving } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { useApiQuery } from '../../../shared/api/index.ts';
import { useFormat } from '../../../shared/format/index.ts';
import { QueryView } from '../../../shared/ui/index.ts';
import type { OfAssociation } from '../of-association.ts';
import { Card, Facts } from './Card.tsx';

const GLYPHS = { kept: 'settled', late: 'delayed', broken: 'incident' } as const;

/** What became of its promises. */
export const PledgesCard: OfAssociation = ({ associationId }) => {
  const { t } = useTranslation('association-page');
  const { number } = useFormat();
  const query = useApiQuery(readAssociationGiving, { params: { associationId } });
  return (
    <Card title={t('overview.pledges')}>
      <QueryView query={query}>
        {({ pledges }) => (
          <Facts
            facts={PledgeRecord.keyof().options.map((key) => ({
              key,
              label: t(`overview.pledge.${key}`),
              value: number(pledges[key]),
              glyph: pledges[key] > 0 && key in GLYPHS && GLYPHS[key as keyof typeof GLYPHS],
            }))}
          />
        )}
      </QueryView>
    </Card>
  );
};
