import { Button, SegmentedControl } from '@mantine/core';
import { type Hazard, listHazards } from '@qafila/contract';
import { IconFileImport, IconPolygon } from '@tabler/icons-react';
import { type ReactNode, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApiQuery } from '../../shared/api/index.ts';
import { EmptyNote, PageHead, Panel, QueryView, ShowMore, useUrlState } from '../../shared/ui/index.ts';
import { useNow } from '../../shared/ui/useNow.ts';
import { DrawHazardDialog } from './DrawHazardDialog.tsx';
import { FeedNote } from './FeedNote.tsx';
import { HazardMap } from './HazardMap.tsx';
import { HazardRow } from './HazardRow.tsx';
import classes from './HazardsPage.module.css';
import { byGravity } from './hazard-view.ts';
import { ImportDialog } from './ImportDialog.tsx';

const PERIODS = ['now', 'past'] as const;
type Period = (typeof PERIODS)[number];
const MINUTE_MS = 60_000;
const PAST_MS = 14 * 86_400_000;

/** Fires and zones with their validity: `/c/:campaignId/hazards`. */
export function HazardsPage() {
  const { t } = useTranslation('hazards');
  const [period, setPeriod] = useUrlState<Period>('period', 'now');
  const now = useMinute();
  const isPast = period === 'past';
  const to = now.getTime();
  const query = isPast
    ? { from: new Date(to - PAST_MS).toISOString(), to: new Date(to).toISOString() }
    : { from: new Date(to).toISOString(), to: new Date(to + PAST_MS).toISOString() };
  const hazards = useApiQuery(listHazards, { query });
  return (
    <>
      <PageHead title={t('title')} actions={<Actions />} />
      <FeedNote now={now} />
      <QueryView query={hazards}>
        {(all) => (
          <HazardsView
            hazards={isPast ? all.filter((it) => Date.parse(it.validTo) <= to) : all}
            now={now}
            period={period}
            aside={
              <SegmentedControl
                aria-label={t('period.label')}
                value={period}
                onChange={(value) => setPeriod(value as Period)}
                data={PERIODS.map((value) => ({ value, label: t(`period.${value}`) }))}
              />
            }
          />
        )}
      </QueryView>
    </>
  );
}

/** The present, to the minute: what is asked of the server then is asked once a minute. */
function useMinute(): Date {
  const minute = Math.floor(useNow().getTime() / MINUTE_MS) * MINUTE_MS;
  return useMemo(() => new Date(minute), [minute]);
}

function Actions() {
  const { t } = useTranslation('hazards');
  const [open, setOpen] = useState<'draw' | 'import' | null>(null);
  const close = () => setOpen(null);
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconFileImport size={16} aria-hidden="true" />}
        onClick={() => setOpen('import')}
      >
        {t('import.label')}
      </Button>
      <Button leftSection={<IconPolygon size={16} aria-hidden="true" />} onClick={() => setOpen('draw')}>
        {t('draw.label')}
      </Button>
      {open === 'draw' && <DrawHazardDialog onClose={close} />}
      {open === 'import' && <ImportDialog onClose={close} />}
    </>
  );
}

type HazardsViewProps = { hazards: readonly Hazard[]; now: Date; period: Period; aside: ReactNode };

function HazardsView({ hazards, now, period, aside }: HazardsViewProps) {
  const { t } = useTranslation('hazards');
  const [chosen, setChosen] = useUrlState('hazard', '');
  const sorted = useMemo(() => hazards.toSorted(byGravity), [hazards]);
  const selected = sorted.find(({ id }) => id === chosen);
  // What was picked on the map comes first, wherever it stands in the list.
  const shown = selected ? [selected, ...sorted.filter((it) => it !== selected)] : sorted;
  return (
    <div className={classes.columns}>
      <Panel flush title={t(`period.${period}`)} note={t('count', { count: hazards.length })} aside={aside}>
        {hazards.length === 0 && <EmptyNote title={t(`none.${period}`)}>{t('noneText')}</EmptyNote>}
        <ShowMore entries={shown}>
          {(some) => (
            <ul className={classes.list}>
              {some.map((hazard) => (
                <HazardRow
                  key={hazard.id}
                  hazard={hazard}
                  now={now}
                  isOpen={hazard === selected}
                  onToggle={() => setChosen(hazard === selected ? '' : hazard.id)}
                />
              ))}
            </ul>
          )}
        </ShowMore>
      </Panel>
      <HazardMap hazards={sorted} now={now} selected={selected} onSelect={(id) => setChosen(id ?? '')} />
    </div>
  );
}
