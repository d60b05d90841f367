import { describe, expect, test } from 'vitest';
import { readFile } from './import.service.ts';

const NOW = new Date('2026-08-10T12:00:00Z');
const read = (text: string) => readFile(text, { now: NOW, validTo: undefined });

type CapParts = Partial<Record<'status' | 'msgType' | 'references' | 'infos' | 'ns' | 'prolog', string>>;
const area = (shape = '<polygon>35.5,36.0 35.5,36.1 35.6,36.1 35.5,36.0</polygon>') =>
  `<area><areaDesc>الحفة</areaDesc>${shape}</area>`;
const info = (language = 'ar-SY', areas = area(), times = '<expires>2026-08-11T03:00:00+03:00</expires>') =>
  `<info><language>${language}</language><category>Fire</category><event>${language} &amp; fire</event>
   <urgency>Immediate</urgency><severity>Severe</severity><certainty>Observed</certainty>
   <onset>2026-08-10T09:00:00+03:00</onset>${times}${areas}</info>`;
const cap = ({ status, msgType, references, infos, ns, prolog }: CapParts = {}) =>
  `${prolog ?? '<?xml version="1.0" encoding="UTF-8"?>'}
  <alert xmlns="${ns ?? 'urn:oasis:names:tc:emergency:cap:1.2'}">
    <identifier>fire-7</identifier><sender>civil@example.sy</sender><sent>2026-08-10T08:30:00+03:00</sent>
    <status>${status ?? 'Actual'}</status><msgType>${msgType ?? 'Alert'}</msgType><scope>Public</scope>
    ${references === undefined ? '' : `<references>${references}</references>`}
    ${infos ?? info()}</alert>`;

describe('a CAP alert', () => {
  test('is read: its area, severity and time, under the name of its event and place', () => {
    expect(read(cap())).toMatchObject({
      format: 'cap',
      errors: [],
      supersedes: [],
      hazards: [
        {
          source: 'cap',
          severity: 'severe',
          name: 'ar-SY & fire – الحفة',
          externalKey: 'cap:civil@example.sy,fire-7,2026-08-10T05:30:00.000Z#0',
          area: {
            ring: [
              [35.5, 36],
              [35.5, 36.1],
              [35.6, 36.1],
              [35.5, 36],
            ],
          },
          validFrom: new Date('2026-08-10T06:00:00Z'),
          validTo: new Date('2026-08-11T00:00:00Z'),
        },
      ],
    });
  });

  test('with a prefix on every name is the same', () => {
    const prefixed = cap()
      .replace('xmlns=', 'xmlns:cap=')
      .replace(/<(\/?)(?=[a-z])/gi, '<$1cap:');
    expect(read(prefixed).hazards).toEqual(read(cap()).hazards);
  });

  test.each([
    [['en-US', 'ar'], 'ar & fire'],
    [['fr', 'en-GB'], 'en-GB & fire'],
    [['fr', 'tr'], 'fr & fire'],
  ])('in %j is read in the language nearest to ours', (languages, event) => {
    const infos = languages.map((language) => info(language)).join('');
    expect(read(cap({ infos })).hazards[0]?.name).toBe(`${event} – الحفة`);
  });

  test('has circles in kilometres, and an area for each shape', () => {
    const shapes = '<circle>35.6,36.1 2.5</circle><circle>35.6,36.1 0</circle>';
    expect(read(cap({ infos: info('ar', area(shapes)) })).hazards.map((it) => it.area)).toEqual([
      { type: 'circle', center: { lat: 35.6, lng: 36.1 }, radiusM: 2_500 },
      { type: 'circle', center: { lat: 35.6, lng: 36.1 }, radiusM: 1 },
    ]);
  });

  test.each(['Update', 'Cancel'])('that is a %s names the alerts it ends, in any zone of time', (msgType) => {
    const references = 'civil@example.sy,fire-6,2026-08-09T08:30:00+03:00 x,y,2026-08-09T00:00:00-00:00';
    const reading = read(cap({ msgType, references }));
    expect(reading.supersedes).toEqual([
      'cap:civil@example.sy,fire-6,2026-08-09T05:30:00.000Z',
      'cap:x,y,2026-08-09T00:00:00.000Z',
    ]);
    expect(reading.hazards).toHaveLength(msgType === 'Update' ? 1 : 0);
  });
});

describe('a CAP alert with something wrong', () => {
  test.each<[string, string, string, string]>([
    ['a test', cap({ status: 'Test' }), 'status', 'not_actual'],
    ['an exercise', cap({ status: 'Exercise' }), 'status', 'not_actual'],
    ['an acknowledgement', cap({ msgType: 'Ack' }), 'msgType', 'invalid_value'],
    ['an update of nothing', cap({ msgType: 'Update' }), 'references', 'required'],
    ['no info', cap({ infos: '' }), 'info', 'required'],
    ['an older version', cap({ ns: 'urn:oasis:names:tc:emergency:cap:1.1' }), 'alert', 'unknown_format'],
    ['another document', '<rss version="2.0"></rss>', 'alert', 'unknown_format'],
    ['no end', cap({ infos: info('ar', area(), '') }), 'expires', 'required'],
    [
      'an end before its start',
      cap({ infos: info('ar', area(), '<expires>2026-08-09T00:00:00Z</expires>') }),
      'expires',
      'end_before_start',
    ],
    ['a document type', cap({ prolog: '<!DOCTYPE alert>' }), 'text', 'entities_refused'],
    [
      'entities that grow',
      cap({ prolog: '<!DOCTYPE a [<!ENTITY x "ha"><!ENTITY y "&x;&x;">]>', infos: info('&y;') }),
      'text',
      'entities_refused',
    ],
    ['an entity of its own', cap({ infos: info('&file;') }), 'text', 'unreadable'],
    ['a tag left open', cap().replace('</alert>', ''), 'text', 'unreadable'],
    ['a nesting of hundreds', `<a>${'<a>'.repeat(500)}`, 'text', 'unreadable'],
    ['under an endless name', cap().replace('fire-7', 'f'.repeat(600)), 'identifier', 'too_long'],
  ])('is refused as a whole when it is %s', (_name, text, field, code) => {
    expect(read(text)).toMatchObject({ hazards: [], errors: [{ row: 0, field, code }] });
  });

  test.each<[string, string, string, string]>([
    [
      'only a code',
      '<geocode><valueName>P</valueName><value>SY06</value></geocode>',
      'area',
      'unsupported_geometry',
    ],
    [
      'a pair too long',
      '<polygon>35,36,0 35,36.1,0 35.1,36,0 35,36,0</polygon>',
      'polygon',
      'invalid_format',
    ],
    ['two corners', '<polygon>35,36 35,36.1 35,36</polygon>', 'polygon', 'too_short'],
    ['a circle of no radius', '<circle>35.6,36.1</circle>', 'circle', 'invalid_format'],
    ['a latitude of 91', '<circle>91,36.1 2</circle>', 'circle', 'invalid_value'],
    ['20,001 circles', '<circle>35.6,36.1 2</circle>'.repeat(20_001), 'area', 'too_many_rows'],
  ])('tells of an area with %s, and keeps the others', (_name, shape, field, code) => {
    const reading = read(cap({ infos: info('ar', area() + area(shape)) }));
    expect(reading.errors).toEqual([{ row: 2, field, code }]);
    expect(reading.hazards).toHaveLength(1);
  });
});
