import { Button } from '@mantine/core';
import { type Campaign, listCampaigns } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useApiQuery } from '../../shared/api/index.ts';
import { useFormat } from '../../shared/format/index.ts';
import { Code, DataTable, EmptyNote, PageHead, Panel, QueryView, StageTag } from '../../shared/ui/index.ts';
import { useCan } from '../session/index.ts';
import { useGovernorateName } from '../sites/index.ts';

/** Every campaign the reader may see. */
export function CampaignsPage() {
  const { t } = useTranslation('campaigns');
  const can = useCan();
  const canManage = can('campaign:manage');
  const query = useApiQuery(listCampaigns, {});
  return (
    <>
      <PageHead
        title={t('list.title')}
        actions={
          canManage && (
            <Button component={Link} href="/campaigns/new">
              {t('list.new')}
            </Button>
          )
        }
      />
      <Panel flush>
        <QueryView query={query}>
          {(campaigns) =>
            campaigns.length > 0 ? (
              <CampaignsTable campaigns={campaigns} />
            ) : (
              <EmptyNote title={t('list.empty')}>
                {t(canManage ? 'list.emptyText' : 'list.emptyTextAssociation')}
              </EmptyNote>
            )
          }
        </QueryView>
      </Panel>
    </>
  );
}

function CampaignsTable({ campaigns }: { campaigns: readonly Campaign[] }) {
  const { t } = useTranslation('campaigns');
  const { name, otherName, fullDate } = useFormat();
  const governorateOf = useGovernorateName();
  return (
    <DataTable isStacked caption={t('list.title')}>
      <thead>
        <tr>
          <th scope="col">{t('list.name')}</th>
          <th scope="col">{t('list.code')}</th>
          <th scope="col">{t('list.period')}</th>
          <th scope="col">{t('list.areas')}</th>
          <th scope="col">{t('list.status')}</th>
        </tr>
      </thead>
      <tbody>
        {campaigns.map((campaign) => (
          <tr key={campaign.id}>
            <th scope="row">
              <Link href={`/c/${campaign.id}`}>{name(campaign)}</Link>
              <small>
                {t(`kind.${campaign.kind}`)} · {otherName(campaign)}
              </small>
            </th>
            <td data-label={t('list.code')}>
              <Code muted>{campaign.code}</Code>
            </td>
            <td data-label={t('list.period')}>
              {t('dates', { from: fullDate(campaign.startsOn), to: fullDate(campaign.endsOn) })}
            </td>
            <td data-label={t('list.areas')}>
              {campaign.governorateCodes.map(governorateOf).join(t('coverage.separator'))}
            </td>
            <td data-label={t('list.status')}>
              <StageTag of="campaign" state={campaign.status} />
            </td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}
