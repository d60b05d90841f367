import { Button, SegmentedControl } from '@mantine/core';
import {
  countObligations,
  downloadObligationCalendar,
  monthOf,
  OBLIGATION_TABLE,
  weekOf,
} from '@qafila/contract';
import { IconCalendarDown } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { addressOf, useApiQuery } from '../../shared/api/index.ts';
import { calendarDay, useFormat } from '../../shared/format/index.ts';
import { usePreferences } from '../../shared/i18n/index.ts';
import { PageHead, Panel, useNow, useUrlState } from '../../shared/ui/index.ts';
import { KeyFigures } from '../../shared/ui/records/index.ts';
import { FinanceInbox } from '../finances/index.ts';
import { useCan, useUser } from '../session/index.ts';
import { TableActions } from '../tables/index.ts';
import { Filters } from './Filters.tsx';
import { MonthView } from './MonthView.tsx';
import { ObligationList } from './ObligationList.tsx';
import { type Filtering, useFilters } from './use-filters.ts';

const VIEWS = ['list', 'month'] as const;
type View = (typeof VIEWS)[number];

/** What associations owe and when: `/obligations`; an association sees its own. */
export function ObligationsPage() {
  const { t } = useTranslation('obligations');
  const isOwn = useUser().role === 'association';
  const canReview = useCan()('obligation:review');
  const filters = useFilters();
  const [view, setView] = useUrlState<View>('view', 'list');
  return (
    <>
      <PageHead title={t('title')} actions={<Ways canReview={canReview} filters={filters} />} />
      <Counts filters={filters} />
      <Panel
        flush
        title={t(`view.${view}`)}
        aside={
          <SegmentedControl
            size="xs"
            aria-label={t('view.label')}
            value={view}
            onChange={(value) => setView(value as View)}
            data={VIEWS.map((value) => ({ value, label: t(`view.${value}`) }))}
          />
        }
      >
        <Filters filters={filters} isOwn={isOwn} />
        {view === 'month' ? (
          <MonthView filters={filters} />
        ) : (
          <ObligationList filter={filters.filter} isNarrowed={filters.isNarrowed} isOwn={isOwn} />
        )}
      </Panel>
      {canReview && <FinanceInbox />}
    </>
  );
}

function Ways({ canReview, filters }: { canReview: boolean; filters: Filtering }) {
  const { t } = useTranslation('obligations');
  const language = usePreferences((preferences) => preferences.language);
  return (
    <>
      <Button
        component="a"
        download
        href={addressOf(downloadObligationCalendar, { query: { ...filters.scope, language } })}
        variant="default"
        leftSection={<IconCalendarDown size={16} aria-hidden="true" />}
      >
        {t('toCalendar')}
      </Button>
      {canReview && (
        <>
          <TableActions {...OBLIGATION_TABLE} />
          <Button component={Link} href="/obligations/overrides" variant="default">
            {t('overrides.title')}
          </Button>
          <Button component={Link} href="/obligations/rules" variant="default">
            {t('rules.title')}
          </Button>
        </>
      )}
    </>
  );
}

/** Each a way into the list. */
function Counts({ filters }: { filters: Filtering }) {
  const { t } = useTranslation('obligations');
  const { number } = useFormat();
  const { data } = useApiQuery(countObligations, { query: filters.scope });
  const today = calendarDay(useNow());
  const say = (count: number | undefined) => (count === undefined ? '–' : number(count));
  const wayTo = (narrowed: Record<string, string>) => {
    const { typeId, governorateCode, associationId } = filters.scope;
    const kept = {
      ...(typeId && { type: typeId }),
      ...(governorateCode && { governorate: governorateCode }),
      ...(associationId && { association: associationId }),
    };
    return `/obligations?${new URLSearchParams({ ...kept, ...narrowed })}`;
  };
  return (
    <KeyFigures
      figures={[
        {
          key: 'overdue',
          label: t('count.overdue'),
          value: say(data?.overdue),
          href: wayTo({ standing: 'overdue' }),
        },
        {
          key: 'week',
          label: t('count.thisWeek'),
          value: say(data?.thisWeek),
          href: wayTo({ from: today, to: weekOf(today).to }),
        },
        {
          key: 'month',
          label: t('count.thisMonth'),
          value: say(data?.thisMonth),
          href: wayTo({ from: today, to: monthOf(today).to }),
        },
        {
          key: 'review',
          label: t('count.inReview'),
          value: say(data?.inReview),
          href: wayTo({ standing: 'in_review' }),
        },
        {
          key: 'returned',
          label: t('count.returned'),
          value: say(data?.returned),
          href: wayTo({ state: 'returned' }),
        },
      ]}
    />
  );
}
