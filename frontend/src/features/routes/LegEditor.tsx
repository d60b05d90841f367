import { Button } from '@mantine/core';
import { type ConvoyFile, STRAIGHT_DETOUR, setLegRoute } from '@qafila/contract';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LineEditor, type Scene } from '../../shared/map/index.ts';
import { ErrorNotice, notifyDone, Panel } from '../../shared/ui/index.ts';
import { useNow } from '../../shared/ui/useNow.ts';
import { useConvoyChange } from '../convoys/index.ts';
import { useHazardsAt } from '../hazards/index.ts';
import classes from './LegEditor.module.css';
import { RouteOptionList } from './RouteOptionList.tsx';
import {
  draftOf,
  drawnDraft,
  isSameLine,
  type Leg,
  legsOf,
  type RouteDraft,
  toBody,
  toPoints,
} from './route-draft.ts';

type LegEditorProps = { file: ConvoyFile; leg: Leg };

/** Options beside the map; what is chosen lies on the map and can be bent there. */
export function LegEditor({ file, leg }: LegEditorProps) {
  const { t } = useTranslation('routes');
  const { stop, from } = leg;
  const [draft, setDraft] = useState<RouteDraft>(() => draftOf({ kind: stop.routeKind, line: stop.route }));
  const context = useSurroundings(file, leg);
  const { mutateAsync, isPending, error } = useConvoyChange(file.convoy, setLegRoute);
  const isChanged = draft.kind !== stop.routeKind || !isSameLine(draft.points, toPoints(stop.route));
  const save = async () => {
    const answer = await mutateAsync({ params: { stopId: stop.id }, body: toBody(draft) });
    const laid = answer.convoy.stops.find(({ id }) => id === stop.id);
    if (laid) setDraft(draftOf({ kind: laid.routeKind, line: laid.route }));
    notifyDone(t('saved'));
  };
  return (
    <div className={classes.columns}>
      <div className={classes.map}>
        <LineEditor
          label={t('drawing')}
          mode="line"
          keepsEnds
          detour={draft.kind === 'straight' ? STRAIGHT_DETOUR : 1}
          value={draft.points}
          onChange={(points) => setDraft(drawnDraft(points))}
          context={context}
        />
      </div>
      <div className={classes.side}>
        <Panel title={t('options')}>
          <RouteOptionList
            from={from}
            to={stop.site}
            draft={draft}
            onChoose={(option) => setDraft(draftOf(option))}
          />
        </Panel>
        {error && <ErrorNotice error={error} />}
        <div className={classes.actions}>
          <Button
            disabled={!isChanged}
            loading={isPending}
            onClick={() => void save().catch(() => undefined)}
          >
            {t('save')}
          </Button>
          <Button
            variant="default"
            disabled={!isChanged}
            onClick={() => setDraft(draftOf({ kind: stop.routeKind, line: stop.route }))}
          >
            {t('asItWas')}
          </Button>
        </div>
        <p className={classes.note}>{t('note')}</p>
      </div>
    </div>
  );
}

/** The places, the other legs and what burns, below the line that is drawn. */
function useSurroundings({ convoy }: ConvoyFile, { stop }: Leg): Partial<Scene> {
  const minute = Math.floor(useNow().getTime() / 60_000);
  const now = useMemo(() => new Date(minute * 60_000), [minute]);
  const { marks } = useHazardsAt(now, false);
  return useMemo(() => {
    const places = [convoy.origin, ...convoy.stops.map(({ site }) => site)];
    return {
      ...marks,
      depots: places.map(({ id, lat, lng, nameAr, nameEn }) => ({
        id,
        lat,
        lng,
        nameAr,
        nameEn,
        note: null,
      })),
      routes: legsOf(convoy)
        .filter((other) => other.stop.id !== stop.id)
        .map((other) => ({
          id: other.stop.id,
          convoyId: convoy.id,
          stage: 'planned' as const,
          line: toPoints(other.stop.route),
          progress: 0,
          approximate: other.stop.routeKind === 'straight',
        })),
    };
  }, [convoy, stop.id, marks]);
}
