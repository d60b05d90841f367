import { Button, Select } from '@mantine/core';
import { type Campaign, listOutputs, listParticipants, OUTPUT_KINDS } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useApiPages, useApiQuery } from '../../shared/api/index.ts';
import { useFormat } from '../../shared/format/index.ts';
import { Dialog, EmptyNote, FilterBar, PageHead, Panel, useUrlState } from '../../shared/ui/index.ts';
import { PagesView } from '../../shared/ui/records/index.ts';
import { useCan, useUser } from '../session/index.ts';
import { useGovernorateName } from '../sites/index.ts';
import { OutputsTable } from './OutputsTable.tsx';
import { RecordForm } from './RecordForm.tsx';
import { useOutputWords } from './useOutputWords.ts';
import { useToday } from './useToday.ts';

/** Every entry, newest day first, narrowed by what the address says. */
export function OutputsTab({ campaign }: { campaign: Campaign }) {
  const { t } = useTranslation('outputs');
  const can = useCan();
  const today = useToday();
  const [dialog, setDialog] = useUrlState('dialog', '');
  const [associationId] = useUrlState('association', '');
  const [governorateCode] = useUrlState('governorate', '');
  const [kind] = useUrlState('kind', '');
  const isOwn = useUser().role === 'association';
  const isOpen = campaign.status === 'active' && can('output:record');
  const query = useApiPages(listOutputs, {
    params: { campaignId: campaign.id },
    query: {
      ...(associationId && { associationId }),
      ...(governorateCode && { governorateCode }),
      ...(kind && { kind: OUTPUT_KINDS.find((it) => it === kind) }),
    },
  });
  return (
    <>
      {isOwn && <OwnHead campaign={campaign} />}
      <Panel
        flush
        title={t('entries')}
        note={t('entriesNote')}
        aside={isOpen && <Button onClick={() => setDialog('record')}>{t('record')}</Button>}
      >
        <OutputFilters campaign={campaign} />
        <PagesView query={query} empty={<EmptyNote title={t('noEntries')}>{t('noEntriesText')}</EmptyNote>}>
          {(outputs) => <OutputsTable outputs={outputs} canCorrect={isOpen} />}
        </PagesView>
        {isOpen && dialog === 'record' && (
          <Dialog opened size={640} title={t('record')} onClose={() => setDialog(null)}>
            <RecordForm campaign={campaign} today={today} onDone={() => setDialog(null)} />
          </Dialog>
        )}
      </Panel>
    </>
  );
}

/** An association comes here from its desk, and has none of the campaign’s head. */
function OwnHead({ campaign }: { campaign: Campaign }) {
  const { t } = useTranslation('outputs');
  const { name } = useFormat();
  return (
    <PageHead
      title={t('desk.all')}
      trail={<Link href={`/c/${campaign.id}/desk`}>{t('desk.back')}</Link>}
      meta={name(campaign)}
    />
  );
}

function OutputFilters({ campaign }: { campaign: Campaign }) {
  const { t } = useTranslation('outputs');
  const words = useOutputWords();
  const governorateOf = useGovernorateName();
  const [governorate, setGovernorate] = useUrlState('governorate', '');
  const [kind, setKind] = useUrlState('kind', '');
  const isStaff = useUser().role !== 'association';
  return (
    <FilterBar>
      {isStaff && <AssociationFilter campaignId={campaign.id} />}
      <Select
        aria-label={t('governorate')}
        placeholder={t('allGovernorates')}
        clearable
        data={campaign.governorateCodes.map((code) => ({ value: code, label: governorateOf(code) }))}
        value={governorate || null}
        onChange={setGovernorate}
      />
      <Select
        aria-label={t('form.kind')}
        placeholder={t('allKinds')}
        clearable
        data={OUTPUT_KINDS.map((value) => ({ value, label: words.kind(value) }))}
        value={kind || null}
        onChange={setKind}
      />
    </FilterBar>
  );
}

function AssociationFilter({ campaignId }: { campaignId: string }) {
  const { t } = useTranslation('outputs');
  const { name } = useFormat();
  const [chosen, choose] = useUrlState('association', '');
  const { data = [] } = useApiQuery(listParticipants, { params: { campaignId } });
  return (
    <Select
      aria-label={t('association')}
      placeholder={t('allAssociations')}
      clearable
      searchable
      data={data.map(({ association }) => ({ value: association.id, label: name(association) }))}
      value={chosen || null}
      onChange={choose}
    />
  );
}
