import { listGovernorates } from '@qafila/contract';
import { useApiQuery } from '../../shared/api/index.ts';
import { useFormat } from '../../shared/format/index.ts';

const DAY_MS = 86_400_000;

function useGovernorates() {
  return useApiQuery(listGovernorates, {}, { staleMs: DAY_MS });
}

/** Names a governorate by its code; the code itself while the names are on their way. */
export function useGovernorateName(): (code: string) => string {
  const { data } = useGovernorates();
  const { name } = useFormat();
  return (code) => {
    const governorate = data?.find((it) => it.code === code);
    return governorate ? name(governorate) : code;
  };
}

/** Choices for a select, in the order of the P-codes. */
export function useGovernorateChoices(): { value: string; label: string }[] {
  const { data = [] } = useGovernorates();
  const { name } = useFormat();
  return data.map((it) => ({ value: it.code, label: name(it) }));
}
