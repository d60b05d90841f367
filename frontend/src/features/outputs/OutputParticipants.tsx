import { type Participant, readOutputTotals } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { useApiQuery } from '../../shared/api/index.ts';
import { useFormat } from '../../shared/format/index.ts';
import { QueryView } from '../../shared/ui/index.ts';
import { SumsTable } from './SumsTable.tsx';

type OutputParticipantsProps = { campaignId: string; participants: readonly Participant[] };

/** Who takes part, and what each gave; one that has entered nothing yet shows as nothing. */
export function OutputParticipants({ campaignId, participants }: OutputParticipantsProps) {
  const { t } = useTranslation('outputs');
  const { name } = useFormat();
  const totals = useApiQuery(readOutputTotals, { params: { campaignId } });
  return (
    <QueryView query={totals}>
      {({ byAssociation }) => (
        <SumsTable
          caption={t('byAssociation')}
          head={t('association')}
          rows={participants.map(({ association }) => ({
            key: association.id,
            label: name(association),
            sums: byAssociation.filter((it) => it.association.id === association.id),
          }))}
        />
      )}
    </QueryView>
  );
}
