import { type Campaign, listParticipants, type Participant } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { useApiQuery } from '../../shared/api/index.ts';
import { useFormat } from '../../shared/format/index.ts';
import { DataTable, EmptyNote, Panel, QueryView } from '../../shared/ui/index.ts';
import { OutputParticipants } from '../outputs/index.ts';
import { useCan } from '../session/index.ts';
import { AddParticipant } from './AddParticipant.tsx';
import type { CampaignInView } from './tabs.ts';

/** Who takes part, and how much of what each promised came in and arrived. */
export function ParticipantsTab({ campaign }: CampaignInView) {
  const { t } = useTranslation('campaigns');
  const { number } = useFormat();
  const can = useCan();
  const query = useApiQuery(listParticipants, { params: { campaignId: campaign.id } });
  const isOpen = campaign.status === 'draft' || campaign.status === 'active';
  return (
    <Panel
      flush
      title={t('participants.title')}
      note={query.data && number(query.data.length)}
      aside={
        isOpen &&
        query.data &&
        can('participation:manage') && <AddParticipant campaignId={campaign.id} present={query.data} />
      }
    >
      <QueryView query={query}>
        {(participants) =>
          participants.length > 0 ? (
            <Given campaign={campaign} participants={participants} />
          ) : (
            <EmptyNote title={t('participants.empty')}>
              {t(`participants.emptyText.${campaign.kind}`)}
            </EmptyNote>
          )
        }
      </QueryView>
    </Panel>
  );
}

type GivenProps = { campaign: Campaign; participants: readonly Participant[] };

function Given({ campaign, participants }: GivenProps) {
  if (campaign.kind === 'convoys') return <ParticipantsTable participants={participants} />;
  return <OutputParticipants campaignId={campaign.id} participants={participants} />;
}

const WEIGHTS = ['pledgedKg', 'receivedKg', 'deliveredKg'] as const;
const WORDS = { pledgedKg: 'pledged', receivedKg: 'received', deliveredKg: 'delivered' } as const;

function ParticipantsTable({ participants }: { participants: readonly Participant[] }) {
  const { t } = useTranslation('campaigns');
  const { name, number, date, weight } = useFormat();
  const total = (key: (typeof WEIGHTS)[number]) => participants.reduce((sum, it) => sum + it[key], 0);
  return (
    <DataTable isStacked caption={t('participants.title')}>
      <thead>
        <tr>
          <th scope="col">{t('participants.association')}</th>
          <th scope="col">{t('participants.joined')}</th>
          <th scope="col" data-number>
            {t('participants.pledges')}
          </th>
          {WEIGHTS.map((key) => (
            <th key={key} scope="col" data-number>
              {t(`participants.${WORDS[key]}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {participants.map((it) => (
          <tr key={it.association.id}>
            <th scope="row">
              {name(it.association)}
              <small>{t(`associationKind.${it.association.kind}`)}</small>
            </th>
            <td data-label={t('participants.joined')}>{date(it.joinedAt)}</td>
            <td data-number data-label={t('participants.pledges')}>
              {number(it.pledgeCount)}
            </td>
            {WEIGHTS.map((key) => (
              <td key={key} data-number data-label={t(`participants.${WORDS[key]}`)}>
                {weight(it[key])}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" colSpan={2}>
            {t('participants.total')}
          </th>
          <td data-number data-label={t('participants.pledges')}>
            {number(participants.reduce((sum, it) => sum + it.pledgeCount, 0))}
          </td>
          {WEIGHTS.map((key) => (
            <td key={key} data-number data-label={t(`participants.${WORDS[key]}`)}>
              {weight(total(key))}
            </td>
          ))}
        </tr>
      </tfoot>
    </DataTable>
  );
}
