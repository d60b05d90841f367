import { Button, SegmentedControl, Select } from '@mantine/core';
import { type Alert, AlertKind, listAlerts, listConvoys } from '@qafila/contract';
import { IconAdjustments } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'wouter';
import { call, keyOf, useApiQuery } from '../../shared/api/index.ts';
import {
  EmptyNote,
  ErrorState,
  FilterBar,
  LoadingState,
  PageHead,
  Panel,
  useUrlState,
} from '../../shared/ui/index.ts';
import { useCan } from '../session/index.ts';
import { AlertList } from './AlertList.tsx';
import classes from './AlertsPage.module.css';

const STATES = ['open', 'all'] as const;
type State = (typeof STATES)[number];

/** What the system has noticed on the way, and what people did about it: `/c/:campaignId/alerts`. */
export function AlertsPage() {
  const { t } = useTranslation('alerts');
  const { campaignId = '' } = useParams<{ campaignId: string }>();
  const canConfigure = useCan()('alert:configure');
  return (
    <>
      <PageHead
        title={t('title')}
        actions={
          canConfigure && (
            <Button
              component={Link}
              href={`/c/${campaignId}/alerts/rules`}
              variant="default"
              leftSection={<IconAdjustments size={16} aria-hidden="true" />}
            >
              {t('rules.title')}
            </Button>
          )
        }
      />
      <Alerts campaignId={campaignId} />
    </>
  );
}

function Alerts({ campaignId }: { campaignId: string }) {
  const { t } = useTranslation('alerts');
  const [state, setState] = useUrlState<State>('state', 'open');
  const [convoyId, setConvoyId] = useUrlState('convoy', '');
  const [kind, setKind] = useUrlState<AlertKind | ''>('kind', '');
  const pages = useAlertPages(campaignId, state, convoyId);
  const alerts = (pages.data?.pages.flatMap(({ items }) => items) ?? []).filter(
    (alert) => kind === '' || alert.kind === kind,
  );
  return (
    <Panel
      flush
      title={t(`state.${state}`)}
      aside={
        <SegmentedControl
          aria-label={t('state.label')}
          value={state}
          onChange={(value) => setState(value as State)}
          data={STATES.map((value) => ({ value, label: t(`state.${value}`) }))}
        />
      }
    >
      <FilterBar>
        <ConvoySelect campaignId={campaignId} value={convoyId} onChange={setConvoyId} />
        <KindSelect value={kind} onChange={setKind} />
      </FilterBar>
      {pages.isPending && <LoadingState rows={6} />}
      {pages.error && <ErrorState error={pages.error} onRetry={pages.refetch} />}
      {pages.data && alerts.length === 0 && (
        <NoAlerts isFiltered={convoyId !== '' || kind !== ''} state={state} />
      )}
      <AlertList alerts={alerts} />
      {pages.hasNextPage && (
        <div className={classes.more}>
          <Button
            variant="default"
            loading={pages.isFetchingNextPage}
            onClick={() => void pages.fetchNextPage()}
          >
            {t('older')}
          </Button>
        </div>
      )}
    </Panel>
  );
}

function useAlertPages(campaignId: string, state: State, convoyId: string) {
  const target = { params: { campaignId }, query: { state, ...(convoyId && { convoyId }) } };
  return useInfiniteQuery({
    queryKey: [...keyOf(listAlerts, target), 'pages'],
    queryFn: ({ pageParam }) =>
      call(listAlerts, { ...target, query: { ...target.query, ...(pageParam && { cursor: pageParam }) } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
  });
}

function NoAlerts({ isFiltered, state }: { isFiltered: boolean; state: State }) {
  const { t } = useTranslation('alerts');
  if (isFiltered) return <EmptyNote title={t('noMatch')} />;
  return <EmptyNote title={t(`none.${state}`)}>{t('noneText')}</EmptyNote>;
}

type SelectProps<Value extends string> = { value: Value | ''; onChange: (value: Value | null) => void };

function ConvoySelect({ campaignId, value, onChange }: SelectProps<string> & { campaignId: string }) {
  const { t } = useTranslation('alerts');
  const { data = [] } = useApiQuery(listConvoys, { params: { campaignId } });
  return (
    <Select
      aria-label={t('convoy')}
      placeholder={t('allConvoys')}
      clearable
      searchable
      value={value || null}
      onChange={onChange}
      data={data
        .filter(({ status }) => status !== 'draft')
        .map(({ id, code }) => ({ value: id, label: code }))}
    />
  );
}

function KindSelect({ value, onChange }: SelectProps<Alert['kind']>) {
  const { t } = useTranslation('alerts');
  return (
    <Select
      aria-label={t('kind')}
      placeholder={t('allKinds')}
      clearable
      value={value || null}
      onChange={(next) => onChange(next as AlertKind | null)}
      data={AlertKind.options.map((option) => ({ value: option, label: t(`alert.kind.${option}`) }))}
    />
  );
}
