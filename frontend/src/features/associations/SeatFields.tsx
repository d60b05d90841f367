import { Textarea } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import type { LatLng } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { PlaceField } from '../sites/index.ts';

type WithSeat = { address: string; seat: LatLng | null };

/** Where an association has its seat: in words, and on the map. */
export function SeatFields<Values extends WithSeat>({ form }: { form: UseFormReturnType<Values> }) {
  const { t } = useTranslation('associations');
  const seat = form.getInputProps('seat');
  /* The summary of faults leads here. */
  const { id } = seat as { id?: string };
  return (
    <>
      <Textarea
        label={t('seat.address')}
        description={t('seat.addressHint')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        autosize
        minRows={2}
        {...form.getInputProps('address')}
      />
      <div id={id} tabIndex={-1}>
        <PlaceField
          label={t('seat.map')}
          hint={t('seat.mapHint')}
          place={seat.value ?? null}
          onChange={(place) => seat.onChange(place)}
        />
      </div>
    </>
  );
}
