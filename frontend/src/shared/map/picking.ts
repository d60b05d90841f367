import type * as L from 'leaflet';
import type { ScenePick } from './scene.ts';
import type { SceneLayer } from './scene-layer.ts';
import type { SceneTarget } from './scene-targets.ts';

const FINGER_PX = 24;
const MOUSE_PX = 5;

export type PickListeners = {
  readonly onChoose: (target: SceneTarget | null) => void;
  readonly onHover: (pick: ScenePick | null) => void;
};

const isFinger = (event: Event) => event instanceof PointerEvent && event.pointerType !== 'mouse';

/** Of a disc its first vehicle stands for all. */
function hoverable(target: SceneTarget | null): ScenePick | null {
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
    listeners.onChoose(target);
  });
  map.on('mousemove', ({ latlng }: L.LeafletMouseEvent) => {
    const target = container.classList.contains('is-picking') ? null : layer.pick(latlng, MOUSE_PX);
    container.classList.toggle('is-over-mark', target !== null);
    hover(hoverable(target));
  });
  map.on('mouseout', () => hover(null));
}
