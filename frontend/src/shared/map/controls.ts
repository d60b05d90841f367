import type { Box } from './collider.ts';
import { LAYER_NAMES, type LayerName, type MapLabels } from './labels.ts';
import { scaleBar } from './scale.ts';

/** Outlines in a 24 × 24 box. */
const ICONS = {
  zoomIn: 'M12 5v14M5 12h14',
  zoomOut: 'M5 12h14',
  fit: 'M4 8V4h4M16 4h4v4M20 16v4h-4M8 20H4v-4',
  layers: 'M12 4 3 9l9 5 9-5ZM3 14l9 5 9-5',
} as const;

type Command = keyof typeof ICONS;
const COMMANDS = Object.keys(ICONS) as Command[];

export type ControlActions = {
  readonly zoomBy: (steps: 1 | -1) => void;
  readonly fit: () => void;
  readonly toggleLayer: (layer: LayerName, isShown: boolean) => void;
};

function icon(path: string): SVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  const shape = document.createElementNS(svg.namespaceURI, 'path');
  shape.setAttribute('d', path);
  svg.append(shape);
  return svg as SVGElement;
}

function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  className: string,
): HTMLElementTagNameMap[Tag] {
  const created = document.createElement(tag);
  created.className = className;
  return created;
}

const SCALE_MAX_PX = 110;

/** Buttons, scale and attribution, over the map on the side where the reader's language begins. */
export class MapControls {
  readonly element = element('div', 'map-controls');
  readonly #tools = element('div', 'map-tools');
  readonly #buttons: Readonly<Record<Command, HTMLButtonElement>>;
  readonly #menu = element('fieldset', 'map-layers');
  readonly #menuTitle = element('legend', '');
  readonly #layerTexts = new Map<LayerName, HTMLElement>();
  readonly #foot = element('div', 'map-foot');
  readonly #scale = element('div', 'map-scale');
  readonly #attribution = element('p', 'map-attribution');
  readonly #spoken = element('p', 'map-spoken');
  /** What else lies over the map, such as a legend. */
  readonly #covering = new Set<Element>();
  #labels: MapLabels;

  constructor(labels: MapLabels, actions: ControlActions, hasButtons: boolean) {
    this.#labels = labels;
    const run: Record<Command, () => void> = {
      zoomIn: () => actions.zoomBy(1),
      zoomOut: () => actions.zoomBy(-1),
      fit: actions.fit,
      layers: () => this.#toggleMenu(this.#menu.hidden === true),
    };
    const buttons = COMMANDS.map((command) => {
      const button = element('button', 'map-tool');
      button.type = 'button';
      button.dataset['command'] = command;
      button.append(icon(ICONS[command]));
      button.addEventListener('click', run[command]);
      return [command, button] as const;
    });
    this.#buttons = Object.fromEntries(buttons) as Record<Command, HTMLButtonElement>;
    this.#tools.append(...buttons.map(([, button]) => button));
    this.#buildMenu(actions);
    this.#foot.append(this.#scale, this.#attribution);
    this.#spoken.setAttribute('role', 'status');
    this.element.append(this.#spoken);
    if (hasButtons) this.element.append(this.#tools, this.#menu);
    this.element.append(this.#foot);
    this.setLabels(labels);
  }

  setLabels(labels: MapLabels): void {
    this.#labels = labels;
    for (const command of COMMANDS) {
      const button = this.#buttons[command];
      button.title = labels[command];
      button.setAttribute('aria-label', labels[command]);
    }
    this.#menuTitle.textContent = labels.layers;
    for (const [layer, text] of this.#layerTexts) text.textContent = labels.layerNames[layer];
    this.#attribution.replaceChildren(
      ...labels.attribution.flatMap((part, i) => [...(i ? [' · '] : []), attributionPart(part)]),
    );
  }

  /** Said by screen readers, seen by nobody. */
  announce(text: string): void {
    this.#spoken.textContent = text;
  }

  setScale(metresPerPx: number): void {
    const { metres, widthPx } = scaleBar(metresPerPx, SCALE_MAX_PX);
    this.#scale.textContent = this.#labels.distance(metres);
    this.#scale.style.width = `${Math.round(widthPx)}px`;
  }

  setZoomLimits({ isClosest, isFurthest }: { isClosest: boolean; isFurthest: boolean }): void {
    this.#buttons.zoomIn.disabled = isClosest;
    this.#buttons.zoomOut.disabled = isFurthest;
  }

  addCovering(element: Element): () => void {
    this.#covering.add(element);
    return () => this.#covering.delete(element);
  }

  /** Boxes that labels of the map keep out of, in pixels of the map. */
  coveredBoxes(): Box[] {
    // The controls stand clear of panels; their parent is the whole map.
    const origin = (this.element.parentElement ?? this.element).getBoundingClientRect();
    return [this.#tools, this.#menu, this.#scale, this.#attribution, ...this.#covering].flatMap(
      (covering): Box[] => {
        const { left, top, right, bottom, width } = covering.getBoundingClientRect();
        if (width === 0) return [];
        return [
          [left - origin.left - 4, top - origin.top - 4, right - origin.left + 4, bottom - origin.top + 4],
        ];
      },
    );
  }

  #buildMenu(actions: ControlActions): void {
    const menu = this.#menu;
    menu.hidden = true;
    menu.append(this.#menuTitle);
    this.#buttons.layers.setAttribute('aria-expanded', 'false');
    for (const layer of LAYER_NAMES) {
      const label = element('label', 'map-layer');
      const box = element('input', '');
      box.type = 'checkbox';
      box.checked = true;
      box.addEventListener('change', () => actions.toggleLayer(layer, box.checked));
      const text = element('span', '');
      this.#layerTexts.set(layer, text);
      label.append(box, text);
      menu.append(label);
    }
    menu.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      this.#toggleMenu(false);
      this.#buttons.layers.focus();
    });
  }

  #toggleMenu(isOpen: boolean): void {
    this.#menu.hidden = !isOpen;
    this.#buttons.layers.setAttribute('aria-expanded', String(isOpen));
    if (isOpen) this.#menu.querySelector('input')?.focus();
  }
}

function attributionPart({ text, href }: MapLabels['attribution'][number]): Node {
  if (!href) {
    const plain = element('bdi', '');
    plain.textContent = text;
    return plain;
  }
  const link = element('a', '');
  link.href = href;
  link.rel = 'noopener';
  link.target = '_blank';
  link.textContent = text;
  return link;
}
