import type { ObligationFilter, ObligationStanding, ObligationState } from '@qafila/contract';
import { useSearchParams } from 'wouter';
import { useUrlState } from '../../shared/ui/index.ts';

/** Without what was left empty. */
function said<Parts extends Record<string, string>>(parts: Parts): Partial<Parts> {
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== '')) as Partial<Parts>;
}

/** What the list is narrowed to; every part of it is in the address. */
export function useFilters() {
  const [search, setSearch] = useSearchParams();
  const [standing, setStanding] = useUrlState('standing', '');
  const [state, setState] = useUrlState('state', '');
  const [typeId, setType] = useUrlState('type', '');
  const [governorateCode, setGovernorate] = useUrlState('governorate', '');
  const [associationId, setAssociation] = useUrlState('association', '');
  const [from, to] = [search.get('from') ?? '', search.get('to') ?? ''];
  const scope = said({ typeId, governorateCode, associationId });
  const ofTime = said({
    standing: standing as ObligationStanding,
    state: state as ObligationState,
    from,
    to,
  });
  const isOfTime = Object.keys(ofTime).length > 0;
  const filter: ObligationFilter = { ...scope, ...(isOfTime ? ofTime : { open: 'yes' as const }) };
  return {
    /** All of it, and what is open where nothing else is asked for: for the list. */
    filter,
    /** Whose and of what kind alone: for counts and for the month. */
    scope,
    isNarrowed: ['standing', 'state', 'type', 'governorate', 'association', 'from', 'to'].some((key) =>
      search.has(key),
    ),
    days: from === '' && to === '' ? undefined : { from, to },
    clear: () => setSearch(new URLSearchParams(), { replace: true }),
    standing: { value: standing, onChange: setStanding },
    state: { value: state, onChange: setState },
    type: { value: typeId, onChange: setType },
    governorate: { value: governorateCode, onChange: setGovernorate },
    association: { value: associationId, onChange: setAssociation },
  };
}

export type Filtering = ReturnType<typeof useFilters>;
