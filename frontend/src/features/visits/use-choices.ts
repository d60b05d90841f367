import { listAssociationNames } from '@qafila/contract';
import { useApiQuery } from '../../shared/api/index.ts';
import { useFormat } from '../../shared/format/index.ts';

/** Associations to choose from, by name. */
export function useAssociationChoices(): { value: string; label: string }[] {
  const { data = [] } = useApiQuery(listAssociationNames, {});
  const { name } = useFormat();
  return data
    .map((association) => ({ value: association.id, label: name(association) }))
    .sort((one, other) => one.label.localeCompare(other.label));
}
