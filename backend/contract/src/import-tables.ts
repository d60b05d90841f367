import { tableEndpoints } from './imports.ts';
import type { TableColumn } from './tables.ts';

export const ASSOCIATION_COLUMNS = [
  { key: 'declarationNumber', ar: 'رقم الإشهار', en: 'Declaration number', isNeeded: true },
  { key: 'declaredOn', ar: 'تاريخ الإشهار', en: 'Declared on', isNeeded: true },
  { key: 'kind', ar: 'النوع', en: 'Kind' },
  { key: 'nameAr', ar: 'الاسم بالعربية', en: 'Name in Arabic' },
  { key: 'nameEn', ar: 'الاسم بالإنكليزية', en: 'Name in English' },
  { key: 'status', ar: 'الحالة', en: 'Status' },
  { key: 'governorateCode', ar: 'محافظة المقر', en: 'Governorate of the seat' },
  { key: 'address', ar: 'العنوان', en: 'Address' },
  { key: 'lat', ar: 'خط العرض', en: 'Latitude' },
  { key: 'lng', ar: 'خط الطول', en: 'Longitude' },
  { key: 'sectors', ar: 'مجالات العمل', en: 'Sectors' },
  { key: 'governorateCodes', ar: 'المحافظات المخدومة', en: 'Governorates served' },
  { key: 'aid', ar: 'المساعدات المقدّمة', en: 'Aid given' },
  { key: 'purpose', ar: 'الأهداف', en: 'Purpose' },
  { key: 'contactName', ar: 'المسؤول', en: 'Contact' },
  { key: 'contactPhone', ar: 'هاتف المسؤول', en: 'Contact’s phone' },
  { key: 'contactEmail', ar: 'بريد المسؤول', en: 'Contact’s e-mail' },
  { key: 'officePhone', ar: 'هاتف المقر', en: 'Office phone' },
] as const satisfies readonly TableColumn[];

export const ASSOCIATION_TABLE = {
  ...tableEndpoints({
    path: '/api/v1/associations',
    what: 'the registry',
    read: 'association:manage',
    write: 'association:manage',
  }),
  columns: ASSOCIATION_COLUMNS,
  topic: 'associations',
} as const;
export const saveAssociationTable = ASSOCIATION_TABLE.save;
export const loadAssociationTable = ASSOCIATION_TABLE.load;
export const saveAssociationTableFaults = ASSOCIATION_TABLE.faults;

/** An association is named by its declaration: number and year, which nobody shares. */
export const OBLIGATION_COLUMNS = [
  { key: 'declarationNumber', ar: 'رقم الإشهار', en: 'Declaration number', isNeeded: true },
  { key: 'declarationYear', ar: 'سنة الإشهار', en: 'Declaration year', isNeeded: true },
  { key: 'association', ar: 'الجمعية', en: 'Association' },
  { key: 'type', ar: 'الالتزام', en: 'Obligation', isNeeded: true },
  { key: 'period', ar: 'عن', en: 'For', isNeeded: true },
  { key: 'dueOn', ar: 'تاريخ الاستحقاق', en: 'Due on', isNeeded: true },
  { key: 'state', ar: 'الحالة', en: 'State' },
  { key: 'submittedOn', ar: 'تاريخ التقديم', en: 'Submitted on' },
] as const satisfies readonly TableColumn[];

export const OBLIGATION_TABLE = {
  ...tableEndpoints({
    path: '/api/v1/obligations',
    what: 'obligations',
    read: 'obligation:review',
    write: 'obligation:review',
  }),
  columns: OBLIGATION_COLUMNS,
  topic: 'obligations',
} as const;
export const saveObligationTable = OBLIGATION_TABLE.save;
export const loadObligationTable = OBLIGATION_TABLE.load;
export const saveObligationTableFaults = OBLIGATION_TABLE.faults;

/** Figures of referrals from before this system: counts, and never a person. */
export const REFERRAL_FIGURE_COLUMNS = [
  { key: 'month', ar: 'الشهر', en: 'Month', isNeeded: true },
  { key: 'governorateCode', ar: 'المحافظة', en: 'Governorate', isNeeded: true },
  { key: 'kind', ar: 'نوع المساعدة', en: 'Kind of aid', isNeeded: true },
  { key: 'cadence', ar: 'الدورية', en: 'Cadence', isNeeded: true },
  { key: 'result', ar: 'النتيجة', en: 'Result', isNeeded: true },
  { key: 'count', ar: 'العدد', en: 'Count', isNeeded: true },
  { key: 'source', ar: 'المصدر', en: 'Source' },
] as const satisfies readonly TableColumn[];

export const REFERRAL_FIGURE_TABLE = {
  ...tableEndpoints({
    path: '/api/v1/referrals/figures',
    what: 'figures of referrals',
    read: 'referral:figures',
    write: 'referral:figures',
  }),
  columns: REFERRAL_FIGURE_COLUMNS,
  topic: 'referrals',
} as const;
export const saveReferralFigureTable = REFERRAL_FIGURE_TABLE.save;
export const loadReferralFigureTable = REFERRAL_FIGURE_TABLE.load;
export const saveReferralFigureTableFaults = REFERRAL_FIGURE_TABLE.faults;
