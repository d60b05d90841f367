import { type CSSProperties, useCallback, useMemo, useState } from 'react';
import type { QafilaMap, ScenePick } from '../../shared/map/index.ts';
import { useIsPhone } from '../../shared/ui/useIsPhone.ts';
import { useHazardsAt } from '../hazards/index.ts';
import { ReplayBar, useIsReplaying } from '../replay/index.ts';
import { useBringIntoView } from './bring-into-view.ts';
import { ConvoyDrawer } from './ConvoyDrawer.tsx';
import { associationHues } from './cargo.ts';
import type { DrawerSize } from './Drawer.tsx';
import { HazardDrawer } from './HazardDrawer.tsx';
import classes from './LiveStage.module.css';
import type { LiveScreenProps } from './live-screen-props.ts';
import { MapPane } from './MapPane.tsx';
import { SiteDrawer } from './SiteDrawer.tsx';
import { pickedSelection } from './scene-of.ts';
import type { Selection } from './selection.ts';
import { useIncidents } from './useIncidents.ts';
import { useInsets } from './useInsets.ts';
import { useScene } from './useScene.ts';

type LiveStageProps = LiveScreenProps & {
  selection: Selection | null;
  select: (next: Selection | null) => void;
};

const NO_DRAWER: DrawerSize = { width: 0, height: 0 };

/** The map with its time line, and over its end the drawer of what is selected. */
export function LiveStage(props: LiveStageProps) {
  const { campaignId, live, views, clock, session, alerts, selection, select } = props;
  const [map, setMap] = useState<QafilaMap | null>(null);
  const [size, setSize] = useState(NO_DRAWER);
  const selected =
    selection?.kind === 'convoy' ? views.convoys.find(({ convoy }) => convoy.id === selection.id) : undefined;
  const isPhone = useIsPhone();
  const insets = useInsets(size);
  const isReplaying = useIsReplaying();
  const incidents = useIncidents(alerts);
  const { hazards, marks } = useHazardsAt(views.now, isReplaying);
  const scene = useScene({ campaignId, live, views, session, selection, selected, incidents, marks });
  const hazard = selection?.kind === 'hazard' ? hazards.find(({ id }) => id === selection.id) : undefined;
  const hues = useMemo(() => associationHues(live.convoys.flatMap(({ cargo }) => cargo)), [live]);
  const onPick = useCallback(
    (pick: ScenePick | null) => select(pickedSelection(pick, live.convoys)),
    [select, live],
  );
  const close = useCallback(() => select(null), [select]);
  useBringIntoView(map, insets, { selection, selected, live, hazard });
  const drawer = { campaignId, onClose: close, onSize: setSize };
  return (
    <div
      className={classes.stage}
      style={{ '--live-covered': `${isPhone ? 0 : size.width}px` } as CSSProperties}
    >
      <MapPane
        scene={scene}
        convoys={views.convoys}
        clock={clock}
        session={session}
        incidents={incidents}
        insets={insets}
        onPick={onPick}
        onMap={setMap}
      />
      <div className={classes.time}>
        <ReplayBar session={session} />
      </div>
      {selected && (
        <ConvoyDrawer
          {...drawer}
          view={selected}
          alerts={alerts}
          now={views.now}
          hues={hues}
          onShowVehicle={(vehicleId) => map?.flyToVehicle(vehicleId)}
        />
      )}
      {hazard && <HazardDrawer {...drawer} hazard={hazard} now={views.now} />}
      {selection?.kind === 'site' && (
        <SiteDrawer
          {...drawer}
          siteId={selection.id}
          live={live}
          views={views}
          onSelectConvoy={(id) => select({ kind: 'convoy', id })}
        />
      )}
    </div>
  );
}
