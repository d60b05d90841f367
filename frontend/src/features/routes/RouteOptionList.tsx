import { UnstyledButton } from '@mantine/core';
import { type LatLng, type RouteOption, type RouteOptions, suggestRoutes } from '@qafila/contract';
import { IconCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call } from '../../shared/api/index.ts';
import { isolated } from '../../shared/format/bidi.ts';
import { useFormat } from '../../shared/format/index.ts';
import { ErrorState, LoadingState } from '../../shared/ui/index.ts';
import classes from './RouteOptionList.module.css';
import { isAlong, type RouteDraft, toPoints } from './route-draft.ts';

type RouteOptionListProps = {
  from: LatLng;
  to: LatLng;
  draft: RouteDraft;
  onChoose: (option: RouteOption) => void;
};

const KEEP_MS = 300_000;

/** Ways that could be taken, with their length and time; the one that lies on the map is marked. */
export function RouteOptionList({ from, to, draft, onChoose }: RouteOptionListProps) {
  const { t } = useTranslation('routes');
  const body = { from: { lat: from.lat, lng: from.lng }, to: { lat: to.lat, lng: to.lng } };
  const suggestions = useQuery({
    queryKey: [suggestRoutes.path, body],
    queryFn: () => call(suggestRoutes, { body }),
    staleTime: KEEP_MS,
  });
  if (suggestions.isPending) return <LoadingState rows={3} />;
  if (suggestions.error) return <ErrorState error={suggestions.error} onRetry={suggestions.refetch} />;
  return (
    <>
      <ul className={classes.list}>
        {suggestions.data.options.map((option) => (
          <li key={`${option.kind} ${option.usedBy?.convoyCode ?? ''}`}>
            <Option
              option={option}
              isChosen={option.kind === draft.kind && isAlong(draft.points, toPoints(option.line))}
              onChoose={() => onChoose(option)}
            />
          </li>
        ))}
      </ul>
      <EngineNote engine={suggestions.data.engine} />
      <p className={classes.note}>{t('drawHint')}</p>
    </>
  );
}

type OptionProps = { option: RouteOption; isChosen: boolean; onChoose: () => void };

function Option({ option, isChosen, onChoose }: OptionProps) {
  const { distance, duration } = useFormat();
  const { durationS, distanceM } = option;
  return (
    <UnstyledButton className={classes.option} aria-pressed={isChosen} onClick={onChoose}>
      <span>
        <strong>
          <OptionName option={option} />
        </strong>
        <small>
          {distance(distanceM)}
          {durationS !== null && ` · ${duration(Math.round(durationS / 60))}`}
        </small>
      </span>
      {isChosen && <IconCheck size={18} aria-hidden="true" />}
    </UnstyledButton>
  );
}

function OptionName({ option: { kind, usedBy } }: { option: RouteOption }) {
  const { t } = useTranslation('routes');
  const { date } = useFormat();
  if (usedBy) return t('as', { code: isolated(usedBy.convoyCode), date: date(usedBy.at) });
  return t(`option.${kind}`);
}

function EngineNote({ engine }: Pick<RouteOptions, 'engine'>) {
  const { t } = useTranslation('routes');
  if (engine === 'answered') return null;
  return <p className={classes.note}>{t(`engine.${engine}`)}</p>;
}
