import { Select, type SelectProps } from '@mantine/core';
import { listSites, type SiteKind } from '@qafila/contract';
import { useApiQuery } from '../../shared/api/index.ts';
import { useFormat } from '../../shared/format/index.ts';
import { useGovernorateName } from './governorates.ts';

type SiteSelectProps = Omit<SelectProps, 'data' | 'multiple'> & {
  /** Kinds that may be chosen. */
  kinds: readonly SiteKind[];
};

/** A site by name, its governorate beside it. */
export function SiteSelect({ kinds, ...select }: SiteSelectProps) {
  const { data = [] } = useApiQuery(listSites, {});
  const { name } = useFormat();
  const governorateOf = useGovernorateName();
  const choices = data
    .filter((site) => kinds.includes(site.kind))
    .map((site) => ({ value: site.id, label: `${name(site)} — ${governorateOf(site.governorateCode)}` }))
    .sort((a, b) => a.label.localeCompare(b.label));
  return <Select {...select} data={choices} searchable allowDeselect={false} />;
}
