import { Select, type SelectProps } from '@mantine/core';
import { listItems } from '@qafila/contract';
import { useApiQuery } from '../../shared/api/index.ts';
import { useFormat } from '../../shared/format/index.ts';

/** An item by name or code. */
export function ItemSelect(select: Omit<SelectProps, 'data' | 'multiple'>) {
  const { data = [] } = useApiQuery(listItems, {});
  const { name } = useFormat();
  const choices = data
    .map((item) => ({ value: item.id, label: `${name(item)} (${item.code})` }))
    .sort((a, b) => a.label.localeCompare(b.label));
  return <Select {...select} data={choices} searchable allowDeselect={false} />;
}
