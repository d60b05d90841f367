import { ProjectKind, ProjectSector, ProjectStatus, ViabilityStanding } from '@qafila/contract';
import { useUrlState } from '../../shared/ui/index.ts';
import { useGovernorateChoices } from '../sites/index.ts';

/** What the address says the list is narrowed by; words of nothing narrow nothing. */
export function useFilters() {
  const [kind, setKind] = useUrlState('kind', '');
  const [sector, setSector] = useUrlState('sector', '');
  const [governorate, setGovernorate] = useUrlState('governorate', '');
  const [status, setStatus] = useUrlState('status', '');
  const [standing, setStanding] = useUrlState('standing', '');
  const [missing, setMissing] = useUrlState('missing', '');
  const isPlace = useGovernorateChoices().some((it) => it.value === governorate);
  const shared = {
    ...known('kind', ProjectKind.options, kind),
    ...known('sector', ProjectSector.options, sector),
    ...(isPlace && { governorateCode: governorate }),
  };
  return {
    shared,
    all: {
      ...shared,
      ...known('status', ProjectStatus.options, status),
      ...known('standing', ViabilityStanding.options, standing),
      ...(missing === 'yes' && { missing: 'yes' as const }),
    },
    values: { kind, sector, governorate, status, standing, missing },
    set: {
      kind: setKind,
      sector: setSector,
      governorate: setGovernorate,
      status: setStatus,
      standing: setStanding,
      missing: setMissing,
    },
  };
}

export type Filters = ReturnType<typeof useFilters>;

function known<Key extends string, Word extends string>(
  key: Key,
  words: readonly Word[],
  asked: string,
): { [It in Key]?: Word } {
  const word = words.find((it) => it === asked);
  return (word === undefined ? {} : { [key]: word }) as { [It in Key]?: Word };
}
