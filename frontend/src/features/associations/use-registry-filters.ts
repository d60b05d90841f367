import { AssociationKind, GovernorateCode, RegisteredStatus, Sector } from '@qafila/contract';
import { useUrlState } from '../../shared/ui/index.ts';

const isYear = (text: string) => /^20\d{2}$/.test(text);

/** What narrows the register, kept in the address; what is no value of its kind there counts as nothing. */
export function useRegistryFilters() {
  const [kind, setKind] = useUrlState('kind', '');
  const [sector, setSector] = useUrlState('sector', '');
  const [governorate, setGovernorate] = useUrlState('governorate', '');
  const [serves, setServes] = useUrlState('serves', '');
  const [status, setStatus] = useUrlState('status', '');
  const [year, setYear] = useUrlState('year', '');
  const known = {
    kind: AssociationKind.safeParse(kind).data,
    sector: Sector.safeParse(sector).data,
    governorate: GovernorateCode.safeParse(governorate).data,
    serves: GovernorateCode.safeParse(serves).data,
    status: RegisteredStatus.safeParse(status).data,
    year: isYear(year) ? Number(year) : undefined,
  };
  const query = Object.fromEntries(
    Object.entries(known).filter(([, value]) => value !== undefined),
  ) as Partial<{ [Key in keyof typeof known]: NonNullable<(typeof known)[Key]> }>;
  return {
    query,
    known,
    isNarrowed: Object.keys(query).length > 0,
    set: {
      kind: setKind,
      sector: setSector,
      governorate: setGovernorate,
      serves: setServes,
      status: setStatus,
      year: setYear,
    },
  };
}
