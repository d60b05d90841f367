import { Button, Checkbox, Radio, Select, Textarea, TextInput } from '@mantine/core';
import type { LatLng, PersonRef, VisitTemplateSummary } from '@qafila/contract';
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
import { ChoiceField } from '../../shared/ui/records/index.ts';
import { PlaceField } from '../sites/index.ts';
import { useAssociationChoices } from './use-choices.ts';
import classes from './VisitForm.module.css';

export type VisitValues = {
  associationId: string | null;
  templateId: string | null;
  plannedFor: string | null;
  purpose: string;
  isAnnounced: boolean;
  where: 'seat' | 'point';
  label: string;
  at: LatLng | null;
  visitorIds: string[];
};

/** What the endpoint takes of what is in the form. */
export function toPlan({ where, label, at, ...values }: VisitValues) {
  return { ...values, point: where === 'seat' ? null : { label, at } };
}

type VisitFormProps = ApiForm<VisitValues> & {
  templates: readonly VisitTemplateSummary[];
  visitors: readonly PersonRef[];
  /** Of a visit that is planned already, this stays. */
  isAssociationFixed?: boolean;
  submitLabel: string;
};

export function VisitForm(props: VisitFormProps) {
  const { form, submit, isSubmitting, failure, idOf, templates, visitors, submitLabel } = props;
  const { t } = useTranslation('visits');
  const { name } = useFormat();
  const associations = useAssociationChoices();
  return (
    <FormShell onSubmit={submit}>
      <FieldErrors failure={failure} />
      <FormGrid>
        {!props.isAssociationFixed && (
          <Select
            label={t('field.association')}
            required
            searchable
            data={associations}
            {...form.getInputProps('associationId')}
          />
        )}
        <Select
          label={t('field.template')}
          required
          allowDeselect={false}
          data={templates
            .filter(({ id, retiredAt }) => retiredAt === null || id === form.values.templateId)
            .map((template) => ({ value: template.id, label: name(template) }))}
          {...form.getInputProps('templateId')}
        />
        <DateTimeInput label={t('field.planned')} required {...form.getInputProps('plannedFor')} />
        <WholeRow>
          <Textarea
            label={t('field.purpose')}
            required
            autosize
            minRows={2}
            {...form.getInputProps('purpose')}
          />
        </WholeRow>
        <WholeRow>
          <ChoiceField
            label={t('field.visitors')}
            required
            id={idOf('visitorIds')}
            error={form.errors['visitorIds']}
            choices={visitors.map((visitor) => ({ value: visitor.id, label: visitor.name }))}
            value={form.values.visitorIds}
            onChange={(chosen) => form.setFieldValue('visitorIds', chosen)}
          />
        </WholeRow>
        <WholeRow>
          <Checkbox
            label={t('announced.label')}
            description={t('announced.text')}
            {...form.getInputProps('isAnnounced', { type: 'checkbox' })}
          />
        </WholeRow>
      </FormGrid>
      <Where form={form} idOf={idOf} />
      <FormActions>
        <Button type="submit" loading={isSubmitting}>
          {submitLabel}
        </Button>
      </FormActions>
    </FormShell>
  );
}

function Where({ form, idOf }: Pick<ApiForm<VisitValues>, 'form' | 'idOf'>) {
  const { t } = useTranslation('visits');
  return (
    <div className={classes.where}>
      <Radio.Group
        label={t('field.place')}
        value={form.values.where}
        onChange={(value) => form.setFieldValue('where', value as 'seat' | 'point')}
      >
        <div className={classes.choices}>
          <Radio value="seat" label={t('place.seat')} />
          <Radio value="point" label={t('place.point')} />
        </div>
      </Radio.Group>
      {form.values.where === 'point' && (
        <>
          <TextInput
            label={t('place.label')}
            required
            {...form.getInputProps('label')}
            id={idOf('point.label')}
            error={form.errors['point.label']}
          />
          <div id={idOf('point.at')} tabIndex={-1}>
            <PlaceField
              place={form.values.at}
              onChange={(at) => form.setFieldValue('at', at)}
              label={t('place.onMap')}
              hint={t('place.hint')}
            />
            {form.errors['point.at'] && <p className={classes.error}>{form.errors['point.at']}</p>}
          </div>
        </>
      )}
    </div>
  );
}
