import {
  type DocumentRef,
  type FundingSource,
  FundingSource as FundingSources,
  type Project,
  type ProjectKind,
  type ProjectSector,
} from '@qafila/contract';
import type { QuantityValue } from '../../shared/ui/index.ts';

export type ProjectValues = {
  kind: ProjectKind | null;
  sector: ProjectSector | null;
  nameAr: string;
  nameEn: string;
  governorateCode: string | null;
  description: string;
  budgetSyp: QuantityValue;
  /** An empty amount is a source that gives nothing. */
  funding: Record<FundingSource, QuantityValue>;
  plannedStart: string | null;
  plannedMonthlyIncomeSyp: QuantityValue;
  plannedMonthlyCostSyp: QuantityValue;
  plannedJobs: QuantityValue;
  plannedFamilies: QuantityValue;
  documents: DocumentRef[];
};

const NO_FUNDING = Object.fromEntries(
  FundingSources.options.map((it) => [it, '']),
) as ProjectValues['funding'];

export const NO_PROJECT: ProjectValues = {
  kind: 'income_generating',
  sector: null,
  nameAr: '',
  nameEn: '',
  governorateCode: null,
  description: '',
  budgetSyp: '',
  funding: NO_FUNDING,
  plannedStart: null,
  plannedMonthlyIncomeSyp: '',
  plannedMonthlyCostSyp: '',
  plannedJobs: '',
  plannedFamilies: '',
  documents: [],
};

export function valuesOf(project: Project): ProjectValues {
  const { funding, ...fields } = project;
  const amounts = Object.fromEntries(funding.map((it) => [it.source, it.amountSyp]));
  const known = Object.keys(NO_PROJECT).filter((key) => key in fields) as (keyof typeof fields)[];
  return {
    ...NO_PROJECT,
    ...Object.fromEntries(known.map((key) => [key, fields[key]])),
    funding: { ...NO_FUNDING, ...amounts },
  };
}

export function bodyOf({ funding, documents, ...fields }: ProjectValues) {
  return {
    ...fields,
    funding: FundingSources.options
      .filter((source) => funding[source] !== '')
      .map((source) => ({ source, amountSyp: funding[source] })),
    documentIds: documents.map((it) => it.id),
  };
}
