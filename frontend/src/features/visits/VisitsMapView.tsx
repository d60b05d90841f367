import { SegmentedControl } from '@mantine/core';
import { readVisitMap, VISIT_EVERY_MONTHS, type VisitedAssociation } from '@qafila/contract';
import { lazy, Suspense, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useApiQuery } from '../../shared/api/index.ts';
import { LoadingState, Panel, QueryView, StageGlyph, useUrlState } from '../../shared/ui/index.ts';
import { AGE_GLYPHS, AGES, ageOf, SEEN, SEEN_GLYPHS } from './age.ts';
import { MapList } from './MapList.tsx';
import { MonthsSelect } from './MonthsSelect.tsx';
import type { MarkedAssociation } from './marked-association.ts';
import { monthsIn } from './months.ts';

import classes from './VisitsMapView.module.css';

/** The map is heavy, and other views do not want it. */
const VisitsMap = lazy(async () => ({ default: (await import('./VisitsMap.tsx')).VisitsMap }));

const COLOURINGS = ['age', 'result'] as const;
type Colouring = (typeof COLOURINGS)[number];

/** Where associations are, and how long ago or with what result each was last visited. */
export function VisitsMapView() {
  const { t } = useTranslation('visits');
  const query = useApiQuery(readVisitMap, {});
  const [colouring, setColouring] = useUrlState<Colouring>('by', 'age');
  const [text, setText] = useUrlState('months', String(VISIT_EVERY_MONTHS));
  const months = monthsIn(text);
  return (
    <Panel
      flush
      title={t('view.map')}
      aside={
        <div className={classes.controls}>
          {colouring === 'age' && <MonthsSelect months={months} onChange={setText} />}
          <SegmentedControl
            aria-label={t('map.by')}
            value={colouring}
            onChange={(value) => setColouring(value as Colouring)}
            data={COLOURINGS.map((value) => ({ value, label: t(`map.${value}`) }))}
          />
        </div>
      }
    >
      <QueryView query={query}>
        {(visited) => <MapAndList visited={visited} colouring={colouring} months={months} />}
      </QueryView>
    </Panel>
  );
}

type MapAndListProps = { visited: readonly VisitedAssociation[]; colouring: Colouring; months: number };

function MapAndList({ visited, colouring, months }: MapAndListProps) {
  const { t } = useTranslation('visits');
  const [selected, setSelected] = useUrlState('at', '');
  const marked = useMemo(() => {
    const now = new Date();
    return visited.map((it): MarkedAssociation => {
      if (colouring === 'age') {
        const age = ageOf(it, months, now);
        return { ...it, glyph: AGE_GLYPHS[age], word: t(`age.${age}`) };
      }
      const seen = it.last?.result ?? 'never';
      return { ...it, glyph: SEEN_GLYPHS[seen], word: t(seen === 'never' ? 'never' : `result.${seen}`) };
    });
  }, [visited, colouring, months, t]);
  const toggle = (id: string) => setSelected(id === selected ? null : id);
  return (
    <>
      <Legend colouring={colouring} />
      <div className={classes.columns}>
        <MapList associations={marked} selected={selected} onSelect={toggle} />
        <Suspense fallback={<LoadingState rows={1} height={420} />}>
          <VisitsMap associations={marked} selected={selected} onSelect={toggle} />
        </Suspense>
      </div>
    </>
  );
}

function Legend({ colouring }: { colouring: Colouring }) {
  const { t } = useTranslation('visits');
  const entries =
    colouring === 'age'
      ? AGES.map((age) => ({ key: age, glyph: AGE_GLYPHS[age], word: t(`age.${age}`) }))
      : SEEN.map((seen) => ({
          key: seen,
          glyph: SEEN_GLYPHS[seen],
          word: t(seen === 'never' ? 'never' : `result.${seen}`),
        }));
  return (
    <ul className={classes.legend} aria-label={t('map.legend')}>
      {entries.map(({ key, glyph, word }) => (
        <li key={key}>
          <StageGlyph glyph={glyph} />
          {word}
        </li>
      ))}
      <li>
        <i className={classes.planned} aria-hidden="true" />
        {t('map.planned')}
      </li>
    </ul>
  );
}
