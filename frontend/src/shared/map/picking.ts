import type * as L from 'leaflet';
import type { ScenePick } from './scene.ts';
import type { SceneLayer } from './scene-layer.ts';

const FINGER_PX = 24;
const MOUSE_PX = 5;

export type PickListeners = {
  readonly onPick: (pick: ScenePick | null) => void;
  readonly onHover: (pick: ScenePick | null) => void;
  readonly onCluster: (kind: 'destinations' | 'vehicles', ids: readonly string[]) => void;
};

const isFinger = (event: Event) => event instanceof PointerEvent && event.pointerType !== 'mouse';

/** Of a disc its first vehicle stands for all. */
function hoverable(target: ReturnType<SceneLayer['pick']>): ScenePick | null {
  if (target?.kind === 'vehicles') return { kind: 'vehicle', id: target.ids[0] ?? '' };
  return target?.kind === 'cluster' ? null : target;
}

/** Turns the pointer on the map into what it points at; silent while a site is being picked. */
export function listenForPicks(map: L.Map, layer: SceneLayer, listeners: PickListeners): void {
  const container = map.getContainer();
  let hovered: ScenePick | null = null;
  const hover = (pick: ScenePick | null) => {
    if (pick?.kind === hovered?.kind && pick?.id === hovered?.id) return;
    hovered = pick;
    layer.setHovered(pick);
    listeners.onHover(pick);
  };
  map.on('click', ({ latlng, originalEvent }: L.LeafletMouseEvent) => {
    if (container.classList.contains('is-picking')) return;
    const target = layer.pick(latlng, isFinger(originalEvent) ? FINGER_PX : MOUSE_PX);
    if (target?.kind === 'cluster') listeners.onCluster('destinations', target.ids);
    else if (target?.kind === 'vehicles') listeners.onCluster('vehicles', target.ids);
    else listeners.onPick(target);
  });
  map.on('mousemove', ({ latlng }: L.LeafletMouseEvent) => {
    const target = container.classList.contains('is-picking') ? null : layer.pick(latlng, MOUSE_PX);
    container.classList.toggle('is-over-mark', target !== null);
    hover(hoverable(target));
  });
  map.on('mouseout', () => hover(null));
}
