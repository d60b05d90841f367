import type { HazardArea } from '@qafila/contract';
import {
  nothingRead,
  type ReadHazard,
  type Reading,
  type ReadingOptions,
  RowFault,
  readRows,
  refuseMany,
  unreadable,
} from './parsing.ts';
import { childrenOf, readXml, textIn, type XmlElement, XmlFault } from './xml.ts';
import { areaFrom, instantFrom, nameFrom, noteFrom, requireOrder, severityFrom } from './zone-values.ts';

const NAMESPACE = 'urn:oasis:names:tc:emergency:cap:1.2';
/** An alert says the same in several languages; ours come first. */
const LANGUAGES = ['ar', 'en'];
const M_PER_KM = 1_000;
/** Of an alert's identifier and sender together: an index holds no longer keys. */
const NAMES_MAX = 500;

type Told = Omit<ReadHazard, 'area' | 'externalKey' | 'name'> & { event: string };

/** The areas of a CAP 1.2 alert; an update or a cancellation says which earlier alerts it ends. */
export function readCap(text: string, options: ReadingOptions): Reading {
  try {
    const alert = readXml(text);
    if (alert.name !== 'alert' || alert.namespace !== NAMESPACE)
      throw new RowFault('alert', 'unknown_format');
    return readAlert(alert, options);
  } catch (error) {
    if (error instanceof RowFault) return unreadable('cap', error.field, error.code);
    if (!(error instanceof XmlFault)) throw error;
    return unreadable('cap', 'text', error.isDeclaration ? 'entities_refused' : 'unreadable');
  }
}

function readAlert(alert: XmlElement, options: ReadingOptions): Reading {
  if (textIn(alert, 'status') !== 'Actual') throw new RowFault('status', 'not_actual');
  const key = keyOf(textIn(alert, 'sender'), textIn(alert, 'identifier'), textIn(alert, 'sent'));
  const supersedes = supersededBy(alert);
  if (textIn(alert, 'msgType') === 'Cancel') return { ...nothingRead('cap'), supersedes };
  const info = chosenInfo(childrenOf(alert, 'info'));
  const told = toldOf(info, alert, options);
  let shapes = 0;
  const reading = readRows('cap', childrenOf(info, 'area'), 1, (area) => {
    const { event, ...rest } = told;
    const name = nameFrom([event, textIn(area, 'areaDesc')].filter(Boolean).join(' – '), 'event');
    return areasOf(area).map((it) => ({ ...rest, name, area: it, externalKey: `${key}#${shapes++}` }));
  });
  return { ...reading, supersedes };
}

function keyOf(sender: string, identifier: string, sent: string): string {
  if (identifier === '' || sender === '') throw new RowFault('identifier', 'required');
  if (identifier.length + sender.length > NAMES_MAX) throw new RowFault('identifier', 'too_long');
  const at = instantFrom(sent, 'sent');
  if (!at) throw new RowFault('sent', 'required');
  return `cap:${sender},${identifier},${at.toISOString()}`.replaceAll('#', '_');
}

/** `references` lists `sender,identifier,sent`, with spaces between. */
function supersededBy(alert: XmlElement): string[] {
  const type = textIn(alert, 'msgType');
  if (type === 'Alert') return [];
  if (type !== 'Update' && type !== 'Cancel') throw new RowFault('msgType', 'invalid_value');
  const references = textIn(alert, 'references').split(/\s+/).filter(Boolean);
  if (references.length === 0) throw new RowFault('references', 'required');
  return references.map((it) => {
    const [sender = '', identifier = '', sent = ''] = it.split(',');
    return keyOf(sender, identifier, sent);
  });
}

function chosenInfo(infos: readonly XmlElement[]): XmlElement {
  const inOurs = LANGUAGES.map((code) =>
    infos.find((it) => textIn(it, 'language').toLowerCase().startsWith(code)),
  );
  const info = inOurs.find((it) => it !== undefined) ?? infos[0];
  if (!info) throw new RowFault('info', 'required');
  return info;
}

function toldOf(info: XmlElement, alert: XmlElement, { validTo: givenTo }: ReadingOptions): Told {
  const began = ['onset', 'effective'].map((field) => instantFrom(textIn(info, field), field));
  const validFrom = began.find((it) => it !== undefined) ?? instantFrom(textIn(alert, 'sent'), 'sent');
  const validTo = instantFrom(textIn(info, 'expires'), 'expires') ?? givenTo;
  if (!validFrom || !validTo) throw new RowFault('expires', 'required');
  requireOrder(validFrom, validTo, 'expires');
  return {
    source: 'cap',
    severity: severityFrom(textIn(info, 'severity'), 'severity'),
    event: textIn(info, 'event') || textIn(info, 'headline'),
    note: noteFrom(textIn(info, 'description') || textIn(info, 'headline'), 'description'),
    validFrom,
    validTo,
    frpMw: null,
    confidencePct: null,
  };
}

function areasOf(area: XmlElement): HazardArea[] {
  const polygons = childrenOf(area, 'polygon');
  const circles = childrenOf(area, 'circle');
  const shapes = [...polygons, ...circles];
  if (shapes.length === 0) throw new RowFault('area', 'unsupported_geometry');
  refuseMany(shapes, 'area');
  return [...polygons.map(({ text }) => polygonOf(text)), ...circles.map(({ text }) => circleOf(text))];
}

/** `lat,lng lat,lng …`, the last as the first. */
function polygonOf(text: string): HazardArea {
  const ring = text
    .trim()
    .split(/\s+/)
    .map((it) => pairOf(it, 'polygon'));
  return areaFrom({ type: 'polygon', ring }, 'polygon');
}

/** `lat,lng radius`, in kilometres; a radius of 0 means a point. */
function circleOf(text: string): HazardArea {
  const [at = '', km = ''] = text.trim().split(/\s+/);
  const [lat, lng] = pairOf(at, 'circle');
  const radiusM = numberFrom(km, 'circle') * M_PER_KM;
  return areaFrom({ type: 'circle', center: { lat, lng }, radiusM: Math.max(1, radiusM) }, 'circle');
}

function pairOf(text: string, field: string): [number, number] {
  const [lat = '', lng = '', ...more] = text.split(',');
  if (more.length > 0) throw new RowFault(field, 'invalid_format');
  return [numberFrom(lat, field), numberFrom(lng, field)];
}

function numberFrom(text: string, field: string): number {
  if (!/^[+-]?\d{1,6}(?:\.\d{1,12})?$/.test(text)) throw new RowFault(field, 'invalid_format');
  return Number(text);
}
