import { Button } from '@mantine/core';
import { type Application, updateOwnApplication } from '@qafila/contract';
import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useApiForm } from '../../shared/forms/index.ts';
import { FieldErrors, FormShell, notifyDone } from '../../shared/ui/index.ts';
import { headerOf, type Key } from './application-key.ts';
import { FormStepFields } from './FormStepFields.tsx';
import { takeApplication } from './use-application.ts';
import { type FormStep, toValues, useApplicationLabels } from './values.ts';

type EditStepProps = { application: Application; of: Key; step: FormStep; onNext: () => void };

/** One step of an application that is kept: saved on the way to the next. */
export function EditStep({ application, of, step, onNext }: EditStepProps) {
  const { t } = useTranslation('applications');
  const { form, submit, isSubmitting, failure } = useApiForm({
    endpoint: updateOwnApplication,
    target: {},
    applicant: headerOf(of),
    ifMatch: application.version,
    initialValues: toValues(application),
    labels: useApplicationLabels(),
    onDone: (saved) => {
      notifyDone(t('saved'));
      takeApplication(of, saved);
      onNext();
    },
  });
  const save = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (form.isDirty()) submit();
    else onNext();
  };
  return (
    <FormShell onSubmit={save} label={t(`stepTitle.${step}`)}>
      <FieldErrors failure={failure} />
      <FormStepFields step={step} form={form} />
      <div>
        <Button type="submit" loading={isSubmitting}>
          {t('saveAndGo')}
        </Button>
      </div>
    </FormShell>
  );
}
