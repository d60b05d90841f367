import type { AidCadence, AidKind, listReferrals, ReferralStatus } from '@qafila/contract';
import { useSearchParams } from 'wouter';
import type { Target } from '../../shared/api/index.ts';
import { useUrlState } from '../../shared/ui/index.ts';

export type ReferralQuery = NonNullable<Target<typeof listReferrals>['query']>;

/** A state, those that are not over, or all. */
export type StatusFilter = ReferralStatus | 'open' | 'all';

/** What the list is narrowed to; every part of it is in the address. */
export function useFilters() {
  const [search, setSearch] = useSearchParams();
  const [status, setStatus] = useUrlState<StatusFilter>('status', 'open');
  const [mine, setMine] = useUrlState<'yes' | 'no'>('mine', 'no');
  const [kind, setKind] = useUrlState('kind', '');
  const [cadence, setCadence] = useUrlState('cadence', '');
  const [governorateCode, setGovernorate] = useUrlState('governorate', '');
  const [associationId, setAssociation] = useUrlState('association', '');
  const query: ReferralQuery = {
    ...(status === 'open' && { open: 'yes' as const }),
    ...(status !== 'open' && status !== 'all' && { status }),
    ...(mine === 'yes' && { mine: 'yes' as const }),
    ...(kind !== '' && { kind: kind as AidKind }),
    ...(cadence !== '' && { cadence: cadence as AidCadence }),
    ...(governorateCode !== '' && { governorateCode: governorateCode as ReferralQuery['governorateCode'] }),
    ...(associationId !== '' && { associationId }),
  };
  return {
    query,
    isNarrowed: search.size > 0,
    clear: () => setSearch(new URLSearchParams(), { replace: true }),
    status: { value: status, set: setStatus },
    mine: { value: mine, set: setMine },
    kind: { value: kind, set: setKind },
    cadence: { value: cadence, set: setCadence },
    governorate: { value: governorateCode, set: setGovernorate },
    association: { value: associationId, set: setAssociation },
  };
}

export type Filtering = ReturnType<typeof useFilters>;
