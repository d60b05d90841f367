import { SegmentedControl, Select } from '@mantine/core';
import { NoticePriority } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { FilterBar, useUrlState } from '../../shared/ui/index.ts';
import type { NoticeQuery } from './use-pages.ts';

const STATES = ['any', 'unread', 'unacknowledged'] as const;
type State = (typeof STATES)[number];

/** What a list is narrowed to; both parts are in the address. */
export function useNoticeFilters() {
  const [state, setState] = useUrlState<State>('state', 'any');
  const [priority, setPriority] = useUrlState<NoticePriority | ''>('priority', '');
  const query: NoticeQuery = { state, ...(priority !== '' && { priority }) };
  return { query, isNarrowed: state !== 'any' || priority !== '', state, setState, priority, setPriority };
}

export function NoticeFilters({ filters }: { filters: ReturnType<typeof useNoticeFilters> }) {
  const { t } = useTranslation('notices');
  return (
    <FilterBar>
      <SegmentedControl
        size="xs"
        aria-label={t('state.label')}
        data={STATES.map((value) => ({ value, label: t(`state.${value}`) }))}
        value={filters.state}
        onChange={(value) => filters.setState(value as State)}
      />
      <Select
        size="xs"
        aria-label={t('priority.label')}
        placeholder={t('priority.any')}
        clearable
        data={NoticePriority.options.map((value) => ({ value, label: t(`priority.${value}`) }))}
        value={filters.priority || null}
        onChange={(value) => filters.setPriority(value as NoticePriority | null)}
      />
    </FilterBar>
  );
}
