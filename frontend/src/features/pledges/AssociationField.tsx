import { Select, type SelectProps } from '@mantine/core';
import { listParticipants } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { useApiQuery } from '../../shared/api/index.ts';
import { useFormat } from '../../shared/format/index.ts';

type AssociationFieldProps = Omit<SelectProps, 'data' | 'multiple'> & { campaignId: string };

/** The association a promise is entered for: one that takes part. */
export function AssociationField({ campaignId, ...select }: AssociationFieldProps) {
  const { t } = useTranslation('pledges');
  const { name } = useFormat();
  const { data = [] } = useApiQuery(listParticipants, { params: { campaignId } });
  const choices = data.map(({ association }) => ({ value: association.id, label: name(association) }));
  return (
    <Select
      {...select}
      label={t('offer.association')}
      required
      searchable
      allowDeselect={false}
      data={choices}
    />
  );
}
