import { Button, Textarea, TextInput } from '@mantine/core';
import { LIMITS } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shared/format/index.ts';
import type { ApiForm } from '../../shared/forms/index.ts';
import {
  DateTimeInput,
  FieldErrors,
  FormActions,
  FormGrid,
  FormShell,
  WholeRow,
} from '../../shared/ui/index.ts';
import { SiteSelect } from '../sites/index.ts';
import type { ConvoyValues } from './convoy-values.ts';
import { StopFields } from './StopFields.tsx';

export function toConvoyBody({ stops, ...fields }: ConvoyValues) {
  return {
    ...fields,
    stops: stops.map(({ key: _, ...stop }) => stop),
  };
}

/** The same without the origin, which stays what it was. */
export function toConvoyChange(values: ConvoyValues) {
  const { originSiteId: _, ...fields } = toConvoyBody(values);
  return fields;
}

export function useConvoyLabels(): Record<string, string> {
  const { t } = useTranslation('convoys');
  const { number } = useFormat();
  const stops = Array.from({ length: LIMITS.stopsPerConvoy }, (_, index) => [
    [`stops.${index}.siteId`, t('form.stopSiteOf', { number: number(index + 1) })],
    [`stops.${index}.plannedArrivalAt`, t('form.stopArrivalOf', { number: number(index + 1) })],
    [`stops.${index}.plannedHaltMin`, t('form.stopHaltOf', { number: number(index + 1) })],
  ]).flat();
  return {
    originSiteId: t('form.origin'),
    plannedDepartureAt: t('form.plannedDepartureAt'),
    leaderName: t('form.leaderName'),
    leaderPhone: t('form.leaderPhone'),
    note: t('form.note'),
    stops: t('form.stops'),
    ...Object.fromEntries(stops),
  };
}

type ConvoyFieldsProps = { api: ApiForm<ConvoyValues>; saveLabel: string; hasOrigin?: boolean };

export function ConvoyFields({ api, saveLabel, hasOrigin = true }: ConvoyFieldsProps) {
  const { t } = useTranslation('convoys');
  const { form, submit, failure, isSubmitting } = api;
  return (
    <FormShell onSubmit={submit}>
      <FieldErrors failure={failure} />
      <FormGrid>
        {hasOrigin && (
          <SiteSelect
            {...form.getInputProps('originSiteId')}
            data-autofocus
            kinds={['warehouse', 'collection_point']}
            label={t('form.origin')}
            required
          />
        )}
        <DateTimeInput
          {...form.getInputProps('plannedDepartureAt')}
          label={t('form.plannedDepartureAt')}
          required
        />
        <TextInput {...form.getInputProps('leaderName')} label={t('form.leaderName')} autoComplete="off" />
        <TextInput
          {...form.getInputProps('leaderPhone')}
          label={t('form.leaderPhone')}
          type="tel"
          dir="ltr"
          autoComplete="off"
        />
        <WholeRow>
          <StopFields form={form} idOf={api.idOf} />
        </WholeRow>
        <WholeRow>
          <Textarea {...form.getInputProps('note')} label={t('form.note')} autosize minRows={2} />
        </WholeRow>
      </FormGrid>
      <FormActions>
        <Button type="submit" loading={isSubmitting}>
          {saveLabel}
        </Button>
      </FormActions>
    </FormShell>
  );
}
