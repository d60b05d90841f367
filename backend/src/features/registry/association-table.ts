import {
  AID_OFFER_WORDS,
  AID_OFFERS,
  type AidOffer,
  ASSOCIATION_TABLE,
  type Association,
  createAssociation,
  type Governorate,
  KIND_WORDS,
  LatLng,
  maintainAssociation,
  parseInteger,
  REGISTERED_WORDS,
  SECTOR_WORDS,
  type TableFault,
  type TableLanguage,
  toLatinDigits,
} from '@qafila/contract';
import { audit } from '../../platform/audit.repository.ts';
import { dayInDamascus } from '../../platform/calendar.ts';
import type { Context } from '../../platform/context.ts';
import type { Patch } from '../../platform/patch.ts';
import { Refusal } from '../../platform/refusal.ts';
import {
  faultsOf,
  type ImportTable,
  labelOf,
  nameIn,
  type PlannedRow,
  planned,
  type TableRow,
} from '../../platform/tables/index.ts';
import { allRegistered, changeAssociation } from '../associations/index.ts';
import { listGovernorates } from '../reference/index.ts';
import { register } from './decisions.service.ts';

type Key = (typeof ASSOCIATION_TABLE.columns)[number]['key'];
type Cells = Readonly<Record<Key, string>>;
type Fault = Omit<TableFault, 'row'>;

/** The registry, and declarations on paper that are not in it yet. What happened to an association is not told by a table. */
export const associationTable: ImportTable<Key> = {
  name: 'associations',
  ...ASSOCIATION_TABLE,
  async save(ctx, language) {
    const writer = createWriter(await listGovernorates(ctx), language);
    return (await allRegistered(ctx)).map((association) => ({
      ...writer(association),
      declarationNumber: association.declarationNumber,
    }));
  },
  async plan(ctx, _rows, language) {
    const governorates = await listGovernorates(ctx);
    const known: Known = {
      associations: new Map((await allRegistered(ctx)).map((it) => [declarationOf(it), it])),
      governorates,
      language,
      write: createWriter(governorates, language),
      today: dayInDamascus(ctx.now()),
    };
    return (row) => planRow(known, row);
  },
};

type Known = {
  /** By declaration, `412/2020`. */
  associations: ReadonlyMap<string, Association>;
  governorates: readonly Governorate[];
  language: TableLanguage;
  write: (association: Partial<Association>) => Cells;
  today: string;
};

function declarationOf({ declarationNumber, declaredOn }: Partial<Association>): string {
  return `${declarationNumber}/${declaredOn?.slice(0, 4)}`;
}

type Words = { language: TableLanguage; governorate: (code: string) => string };

const list = (words: readonly string[] | undefined): string | undefined => words?.toSorted().join('; ');

const WRITERS: Record<Key, (it: Partial<Association>, words: Words) => string | number | null | undefined> = {
  declarationNumber: (it) => it.declarationNumber,
  declaredOn: (it) => it.declaredOn,
  kind: (it, { language }) => it.kind && KIND_WORDS.write(it.kind, language),
  nameAr: (it) => it.nameAr,
  nameEn: (it) => it.nameEn,
  status: ({ status }, { language }) =>
    REGISTERED_WORDS.has(status) ? REGISTERED_WORDS.write(status, language) : undefined,
  governorateCode: (it, { governorate }) => it.governorateCode && governorate(it.governorateCode),
  address: (it) => it.address,
  lat: (it) => it.seat?.lat,
  lng: (it) => it.seat?.lng,
  sectors: (it, { language }) => list(it.sectors?.map((sector) => SECTOR_WORDS.write(sector, language))),
  governorateCodes: (it, { governorate }) => list(it.governorateCodes?.map(governorate)),
  aid: (it, { language }) => list(it.aid?.map((offer) => AID_OFFER_WORDS.write(offerCode(offer), language))),
  purpose: (it) => it.purpose,
  contactName: (it) => it.contactName,
  contactPhone: (it) => it.contactPhone,
  contactEmail: (it) => it.contactEmail,
  officePhone: (it) => it.officePhone,
};

/** An association as the cells of its row. */
function createWriter(governorates: readonly Governorate[], language: TableLanguage) {
  const names = new Map(governorates.map((it) => [it.code, nameIn(language, it)]));
  const words: Words = { language, governorate: (code) => names.get(code) ?? code };
  return (it: Partial<Association>): Cells =>
    Object.fromEntries(
      Object.entries(WRITERS).map(([key, write]) => [key, String(write(it, words) ?? '')]),
    ) as Cells;
}

function offerCode({ kind, cadence }: AidOffer) {
  return `${kind}_${cadence}` as const;
}

function planRow(known: Known, { cells }: TableRow<Key>): PlannedRow {
  const read = readCells(cells, known.governorates);
  const before = known.associations.get(declarationOf(read.values));
  const { faults, declared, profile } = judge(read, before, known.today);
  const isEmpty = (column: string): boolean => cells[column as Key] === undefined;
  const asCells = (it: Partial<Association>): Record<string, string> => {
    const written = known.write(it);
    return Object.fromEntries(Object.keys(cells).map((key) => [key, written[key as Key]]));
  };
  const plan = planned({
    key: declarationOf(read.values),
    label: labelOf(nameIn(known.language, { ...before, ...read.values }), cells.declarationNumber),
    // Of a word that is missing a schema says that it is none of those it knows.
    faults: faults.map((fault) =>
      isEmpty(fault.column) && fault.code === 'invalid_value' ? { ...fault, code: 'required' } : fault,
    ),
    before: before && asCells(before),
    after: asCells({ ...before, ...read.values }),
    async apply(ctx) {
      if (before) await change(ctx, before, { ...declared, ...profile });
      else if (declared) {
        const { id, version } = await register(
          ctx,
          createAssociation.body.parse({ ...declared, ...read.declaration }),
        );
        await changeAssociation(ctx.db, id, version, profile ?? {});
      }
    },
  });
  const isClosed = plan.state === 'changed' && before?.status === 'dissolved';
  return isClosed ? { ...plan, state: 'error', faults: [{ column: '', code: 'conflict' }] } : plan;
}

/** @throws {Refusal} `version_stale` where somebody changed it since the table was judged */
async function change(ctx: Context, { id, version }: Association, fields: Patch<Values>): Promise<void> {
  if (!(await changeAssociation(ctx.db, id, version, fields))) throw new Refusal('version_stale');
  await audit(ctx, { action: 'association.changed', subjectType: 'association', subjectId: id });
}

type Values = Partial<Association>;
type Read = {
  values: Values;
  declaration: Pick<Values, 'declarationNumber' | 'declaredOn'>;
  faults: Fault[];
};

/** What the cells say; the schemas then judge it. */
function readCells(cells: Partial<Record<Key, string>>, governorates: readonly Governorate[]): Read {
  const faults: Fault[] = [];
  const word = <Value>(column: Key, read: (text: string) => Value | undefined): Value | undefined => {
    const text = cells[column];
    const value = text === undefined ? undefined : read(text);
    if (text !== undefined && value === undefined) faults.push({ column, code: 'invalid_value' });
    return value;
  };
  const governorate = (text: string) =>
    governorates.find(({ code, nameAr, nameEn }) => [code, nameAr, nameEn].includes(text.trim()))?.code;
  const declaration = given({
    declarationNumber: word('declarationNumber', parseInteger),
    declaredOn: cells.declaredOn === undefined ? undefined : toLatinDigits(cells.declaredOn),
  });
  const seat = seatOf(cells, faults);
  const values = given({
    ...declaration,
    kind: word('kind', (text) => KIND_WORDS.read(text)),
    status: word('status', (text) => REGISTERED_WORDS.read(text)),
    governorateCode: word('governorateCode', governorate),
    sectors: word('sectors', (text) => allOf(SECTOR_WORDS.readMany(text))),
    governorateCodes: word('governorateCodes', (text) => allOf(text.split(/[;؛,،]/).map(governorate))),
    aid: word('aid', (text) =>
      allOf(AID_OFFER_WORDS.readMany(text))?.flatMap((code) =>
        AID_OFFERS.filter((offer) => offerCode(offer) === code),
      ),
    ),
    seat,
    nameAr: cells.nameAr,
    nameEn: cells.nameEn,
    address: cells.address,
    purpose: cells.purpose,
    contactName: cells.contactName,
    contactPhone: cells.contactPhone,
    contactEmail: cells.contactEmail,
    officePhone: cells.officePhone,
  });
  return { values: values as Values, declaration: declaration as Read['declaration'], faults };
}

function given<Fields extends object>(fields: Fields): Partial<Fields> {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined),
  ) as Partial<Fields>;
}

function allOf<Item>(items: readonly (Item | undefined)[]): Item[] | undefined {
  return items.includes(undefined) ? undefined : (items as Item[]);
}

/** Latitude and longitude, both or neither. */
function seatOf({ lat, lng }: Partial<Record<Key, string>>, faults: Fault[]): LatLng | undefined {
  if (lat === undefined && lng === undefined) return undefined;
  const degrees = (text = ''): number => Number(toLatinDigits(text).replace('٫', '.') || Number.NaN);
  const seat = LatLng.safeParse({ lat: degrees(lat), lng: degrees(lng) });
  if (!seat.success) faults.push(...faultsOf(seat.error));
  return seat.data;
}

const DECLARED = ['kind', 'nameAr', 'nameEn', 'governorateCode', 'contactName', 'contactPhone'] as const;
const PROFILE = [
  'address',
  'seat',
  'purpose',
  'contactEmail',
  'officePhone',
  'sectors',
  'governorateCodes',
  'aid',
] as const;

function judge({ values, declaration, faults }: Read, before: Association | undefined, today: string) {
  const declared = pick(values, DECLARED);
  const profile = pick(values, PROFILE);
  const body = before
    ? createAssociation.body.partial().safeParse(declared)
    : createAssociation.body.safeParse({ contactName: '', contactPhone: '', ...declared, ...declaration });
  const more = maintainAssociation.body.safeParse(profile);
  const all = [...faults, ...faultsIn(body), ...faultsIn(more), ...outOfOrder(values, before, today)];
  return {
    // A cell that could not be read is missing to the schema, too: what could not be read says more.
    faults: all.filter(({ column }, index) => index === all.findIndex((it) => it.column === column)),
    declared: before ? body.data : { contactName: '', contactPhone: '', ...declared },
    profile: more.data,
  };
}

function faultsIn(parsed: { success: boolean; error?: Parameters<typeof faultsOf>[0] }): Fault[] {
  return parsed.error ? faultsOf(parsed.error) : [];
}

/** Decisions are taken with a reason and a paper, and not by a table. */
function outOfOrder({ status, declaredOn }: Values, before: Association | undefined, today: string): Fault[] {
  const faults: Fault[] = [];
  if (declaredOn && declaredOn > today) faults.push({ column: 'declaredOn', code: 'after_now' });
  if (before && declaredOn && declaredOn !== before.declaredOn)
    faults.push({ column: 'declaredOn', code: 'conflict' });
  if (status !== undefined && status !== (before?.status ?? 'declared'))
    faults.push({ column: 'status', code: 'conflict' });
  return faults;
}

function pick<From extends object, Key extends keyof From>(
  from: From,
  keys: readonly Key[],
): Pick<From, Key> {
  return Object.fromEntries(keys.filter((key) => key in from).map((key) => [key, from[key]])) as Pick<
    From,
    Key
  >;
}
