import { Button, UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useFormat } from '../../shared/format/index.ts';
import { EmptyNote, useUrlState } from '../../shared/ui/index.ts';
import type { Incidents } from '../alerts/index.ts';
import { useCan } from '../session/index.ts';
import classes from './ConvoyList.module.css';
import { ConvoyRow } from './ConvoyRow.tsx';
import { CONVOY_FILTERS, type ConvoyFilter, matches } from './convoy-view.ts';
import type { LiveViews } from './live-views.ts';

type ConvoyListProps = {
  campaignId: string;
  views: LiveViews;
  incidents: Incidents;
  selectedId: string | null;
  onSelect: (id: string) => void;
};

/** Every convoy of the campaign, divided by what is asked of it most. */
export function ConvoyList({ campaignId, views, incidents, selectedId, onSelect }: ConvoyListProps) {
  const { t } = useTranslation('live-map');
  const [filter, setFilter] = useUrlState<ConvoyFilter>('show', 'all');
  const shown = views.convoys.filter((view) => matches(view, filter));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className={classes.section} tabIndex={0} aria-labelledby="live-convoys">
      <header className={classes.head}>
        <h2 id="live-convoys" className={classes.title}>
          {t('convoys.title')}
        </h2>
        {views.convoys.length > 0 && <Filters views={views} chosen={filter} onChoose={setFilter} />}
      </header>
      {views.convoys.length === 0 && <NoConvoys campaignId={campaignId} />}
      {views.convoys.length > 0 && shown.length === 0 && <EmptyNote title={t('convoys.noMatch')} />}
      <ul className={classes.list}>
        {shown.map((view) => (
          <ConvoyRow
            key={view.convoy.id}
            view={view}
            now={views.now}
            hasIncident={incidents.convoyIds.has(view.convoy.id)}
            isSelected={view.convoy.id === selectedId}
            onSelect={onSelect}
          />
        ))}
      </ul>
    </section>
  );
}

type FiltersProps = {
  views: LiveViews;
  chosen: ConvoyFilter;
  onChoose: (filter: ConvoyFilter) => void;
};

function Filters({ views, chosen, onChoose }: FiltersProps) {
  const { t } = useTranslation('live-map');
  const { number } = useFormat();
  return (
    <fieldset className={classes.filters}>
      <legend className="visually-hidden">{t('convoys.filters')}</legend>
      {CONVOY_FILTERS.map((filter) => (
        <UnstyledButton
          key={filter}
          className={classes.filter}
          aria-pressed={filter === chosen}
          onClick={() => onChoose(filter)}
        >
          {t(`convoys.${filter}`)}{' '}
          <b>{number(views.convoys.filter((view) => matches(view, filter)).length)}</b>
        </UnstyledButton>
      ))}
    </fieldset>
  );
}

function NoConvoys({ campaignId }: { campaignId: string }) {
  const { t } = useTranslation('live-map');
  const can = useCan();
  return (
    <EmptyNote title={t('convoys.none')}>
      <p className={classes.hint}>{t('convoys.noneText')}</p>
      {can('convoy:manage') && (
        <Button component={Link} href={`/c/${campaignId}/convoys`}>
          {t('convoys.build')}
        </Button>
      )}
    </EmptyNote>
  );
}
