import { UnstyledButton } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shared/format/index.ts';
import { Code, DelayTag, StageGlyph, StageTag } from '../../shared/ui/index.ts';
import classes from './ConvoyRow.module.css';
import { ConvoyWay } from './ConvoyWay.tsx';
import { type ConvoyView, isOnTheRoad } from './convoy-view.ts';
import { RouteProgress } from './RouteProgress.tsx';
import { TimeRange } from './TimeRange.tsx';

type ConvoyRowProps = {
  view: ConvoyView;
  now: Date;
  isSelected: boolean;
  /** A critical alert is open for it. */
  hasIncident: boolean;
  onSelect: (id: string) => void;
};

/** One convoy of the list: where it goes, how far it is, when it will be there. */
export function ConvoyRow({ view, now, isSelected, hasIncident, onSelect }: ConvoyRowProps) {
  const { convoy, destination } = view;
  const isSettled = convoy.status === 'settled';
  return (
    <li>
      <UnstyledButton
        className={classes.row}
        data-convoy={convoy.id}
        aria-current={isSelected ? 'true' : undefined}
        onClick={() => onSelect(convoy.id)}
      >
        <span className={classes.line}>
          <Code>{convoy.code}</Code>
          <span className={classes.way}>
            <ConvoyWay convoy={convoy} destination={destination} />
          </span>
          <StageTag of="convoy" state={convoy.status} />
        </span>
        {!isSettled && <RouteProgress view={view} />}
        <span className={classes.facts}>
          <When view={view} now={now} />
          {hasIncident && <IncidentTag />}
          {((isOnTheRoad(view) && view.eta) || (view.isLate && !convoy.departedAt)) && (
            <DelayTag minutes={view.delayMinutes} />
          )}
          <span className={classes.end}>
            <Load view={view} now={now} />
          </span>
        </span>
      </UnstyledButton>
    </li>
  );
}

/** The mark that its tag bears on the map. */
function IncidentTag() {
  const { t } = useTranslation('live-map');
  return (
    <span className={classes.incident}>
      <StageGlyph glyph="incident" size={11} />
      {t('legend.incident')}
    </span>
  );
}

/** The moment that matters most now: the arrival, the departure, or when it was over. */
function When({ view: { convoy, eta }, now }: { view: ConvoyView; now: Date }) {
  const { t } = useTranslation('live-map');
  const { when } = useFormat();
  if (convoy.status === 'settled') {
    return <Fact word={t('row.settled')}>{convoy.endedAt && when(convoy.endedAt, now)}</Fact>;
  }
  if (convoy.arrivedAt) return <Fact word={t('row.arrived')}>{when(convoy.arrivedAt, now)}</Fact>;
  if (!convoy.departedAt) return <Fact word={t('row.departs')}>{when(convoy.plannedDepartureAt, now)}</Fact>;
  if (!eta) return <span>{t('row.etaUnknown')}</span>;
  return (
    <Fact word={t('row.eta')}>
      <TimeRange range={eta} now={now} />
    </Fact>
  );
}

function Fact({ word, children }: { word: string; children: ReactNode }) {
  return (
    <span className={classes.fact}>
      {word} <b>{children}</b>
    </span>
  );
}

function Load({ view, now }: { view: ConvoyView; now: Date }) {
  const { t } = useTranslation('live-map');
  const { relative, tonnes, weight } = useFormat();
  const { convoy, seenAt } = view;
  if (isOnTheRoad(view)) return seenAt ? t('row.seen', { ago: relative(seenAt, now) }) : t('row.unseen');
  if (convoy.status === 'loading') {
    return t('row.loaded', { loaded: tonnes(convoy.loadedKg), all: weight(convoy.cargoKg) });
  }
  return weight(convoy.departedAt ? convoy.loadedKg : convoy.cargoKg);
}
