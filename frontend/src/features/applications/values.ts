import { type AidOffer, type Application, BoardPosition, type LatLng, LIMITS } from '@qafila/contract';
import { useTranslation } from 'react-i18next';

export type BoardRow = {
  name: string;
  position: string | null;
  startsOn: string | null;
  endsOn: string | null;
};

/** An application as it is typed. */
export type ApplicationValues = {
  kind: string;
  nameAr: string;
  nameEn: string;
  purpose: string;
  sectors: string[];
  governorateCodes: string[];
  aid: AidOffer[];
  governorateCode: string | null;
  address: string;
  seat: LatLng | null;
  board: BoardRow[];
  contactName: string;
  contactPhone: string;
  contactEmail: string;
};

export const NO_APPLICATION: ApplicationValues = {
  kind: 'association',
  nameAr: '',
  nameEn: '',
  purpose: '',
  sectors: [],
  governorateCodes: [],
  aid: [],
  governorateCode: null,
  address: '',
  seat: null,
  board: [],
  contactName: '',
  contactPhone: '',
  contactEmail: '',
};

/** The form in steps, and the fields of each. */
export const FORM_STEPS = [
  { key: 'about', fields: ['kind', 'nameAr', 'nameEn', 'purpose', 'sectors', 'governorateCodes', 'aid'] },
  { key: 'seat', fields: ['governorateCode', 'address', 'seat'] },
  { key: 'board', fields: ['board'] },
  { key: 'contact', fields: ['contactName', 'contactPhone', 'contactEmail'] },
] as const;
export type FormStep = (typeof FORM_STEPS)[number]['key'];

/** The step that asks for a field. */
export function stepOf(path: string): FormStep {
  const field = path.split('.')[0] ?? '';
  return FORM_STEPS.find(({ fields }) => (fields as readonly string[]).includes(field))?.key ?? 'about';
}

export function toValues(application: Application): ApplicationValues {
  const keys = Object.keys(NO_APPLICATION) as (keyof ApplicationValues)[];
  return Object.fromEntries(keys.map((key) => [key, application[key]])) as ApplicationValues;
}

/** The next founder: in the first office that nobody holds yet, for the time of the one before. */
export function nextRow(board: readonly BoardRow[]): BoardRow {
  const offices = BoardPosition.options.filter((it) => it !== 'deputy');
  const free = offices.find((office) => !board.some((row) => row.position === office));
  const { startsOn = null, endsOn = null } = board.at(-1) ?? {};
  return { name: '', position: free ?? 'member', startsOn, endsOn };
}

/** Labels of all fields by their paths, for the summary of faults. */
export function useApplicationLabels(): Record<string, string> {
  const { t } = useTranslation('applications');
  const plain = Object.keys(NO_APPLICATION).map((key) => [key, t(`field.${key}`)]);
  const rows = Array.from({ length: LIMITS.boardMax }, (_, index) =>
    (['name', 'position', 'startsOn', 'endsOn'] as const).map((key) => [
      `board.${index}.${key}`,
      t('board.fieldOf', { field: t(`board.${key}`), member: index + 1 }),
    ]),
  );
  return Object.fromEntries([...plain, ...rows.flat()]);
}
