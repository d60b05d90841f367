import { Button, Checkbox, SegmentedControl, Select } from '@mantine/core';
import { VisitResult, VisitState } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { EmptyNote, FilterBar, Panel, useUrlState } from '../../shared/ui/index.ts';
import { PagesView } from '../../shared/ui/records/index.ts';
import { useCan, useUser } from '../session/index.ts';
import { useGovernorateChoices } from '../sites/index.ts';
import { useAssociationChoices } from './use-choices.ts';
import { useVisits } from './use-pages.ts';
import { VisitTable } from './VisitTable.tsx';

/** Visits to come, made, or cancelled. */
export function VisitsView() {
  const { t } = useTranslation('visits');
  const user = useUser();
  const isStaff = user.association === null;
  const [state, setState] = useUrlState<VisitState>('state', 'upcoming');
  const [associationId, setAssociationId] = useUrlState('association', '');
  const [result, setResult] = useUrlState<VisitResult | ''>('result', '');
  const [governorateCode, setGovernorate] = useUrlState('governorate', '');
  const [mine, setMine] = useUrlState<'yes' | ''>('mine', '');
  const pages = useVisits({
    state,
    ...(associationId && { associationId }),
    ...(result && state === 'finished' && { result }),
    ...(governorateCode && { governorateCode }),
    ...(mine && { visitorId: user.id }),
  });
  const isNarrowed = [associationId, result, governorateCode, mine].some(Boolean);
  return (
    <Panel
      flush
      title={t(`state.${state}`)}
      aside={
        <SegmentedControl
          aria-label={t('filter.state')}
          value={state}
          onChange={(value) => setState(value as VisitState)}
          data={VisitState.options.map((value) => ({ value, label: t(`state.${value}`) }))}
        />
      }
    >
      {isStaff && (
        <FilterBar>
          <AssociationFilter value={associationId} onChange={setAssociationId} />
          <GovernorateFilter value={governorateCode} onChange={setGovernorate} />
          {state === 'finished' && <ResultFilter value={result} onChange={setResult} />}
          <Checkbox
            label={t('filter.mine')}
            checked={mine === 'yes'}
            onChange={(event) => setMine(event.currentTarget.checked ? 'yes' : null)}
          />
        </FilterBar>
      )}
      <PagesView query={pages} empty={<NoVisits state={state} isNarrowed={isNarrowed} />}>
        {(visits) => <VisitTable visits={visits} isAssociationNamed={isStaff} />}
      </PagesView>
    </Panel>
  );
}

type FilterProps<Value extends string> = { value: Value | ''; onChange: (value: Value | null) => void };

function AssociationFilter({ value, onChange }: FilterProps<string>) {
  const { t } = useTranslation('visits');
  return (
    <Select
      aria-label={t('field.association')}
      placeholder={t('filter.allAssociations')}
      clearable
      searchable
      data={useAssociationChoices()}
      value={value || null}
      onChange={onChange}
    />
  );
}

function GovernorateFilter({ value, onChange }: FilterProps<string>) {
  const { t } = useTranslation('visits');
  return (
    <Select
      aria-label={t('field.governorate')}
      placeholder={t('filter.allGovernorates')}
      clearable
      searchable
      data={useGovernorateChoices()}
      value={value || null}
      onChange={onChange}
    />
  );
}

function ResultFilter({ value, onChange }: FilterProps<VisitResult>) {
  const { t } = useTranslation('visits');
  return (
    <Select
      aria-label={t('field.result')}
      placeholder={t('filter.allResults')}
      clearable
      data={VisitResult.options.map((option) => ({ value: option, label: t(`result.${option}`) }))}
      value={value || null}
      onChange={(chosen) => onChange(chosen as VisitResult | null)}
    />
  );
}

function NoVisits({ state, isNarrowed }: { state: VisitState; isNarrowed: boolean }) {
  const { t } = useTranslation('visits');
  const mayManage = useCan()('visit:manage');
  if (isNarrowed) return <EmptyNote title={t('none.match')} />;
  if (!mayManage) return <EmptyNote title={t(`none.${state}`)}>{t('none.forAssociation')}</EmptyNote>;
  return (
    <EmptyNote title={t(`none.${state}`)}>
      {state === 'upcoming' && (
        <Button component={Link} href="/visits/new">
          {t('plan.label')}
        </Button>
      )}
    </EmptyNote>
  );
}
