import { Button } from '@mantine/core';
import { type Application, makeApplication } from '@qafila/contract';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApiForm } from '../../shared/forms/index.ts';
import {
  ConfirmButton,
  FieldErrors,
  FormShell,
  PageHead,
  Panel,
  useUrlState,
} from '../../shared/ui/index.ts';
import classes from './ApplyPage.module.css';
import { type Key, keepKey } from './application-key.ts';
import { dropDraft, keepDraft, readDraft } from './draft.ts';
import { FormStepFields } from './FormStepFields.tsx';
import { KeyCard } from './KeyCard.tsx';
import { StepNav } from './StepNav.tsx';
import { FORM_STEPS, type FormStep, NO_APPLICATION, stepOf, useApplicationLabels } from './values.ts';

/** What a founder goes through; the last two come when there is a reference to put papers under. */
export const ALL_STEPS = [...FORM_STEPS.map(({ key }) => key), 'documents', 'handIn'];

/** The application of those who have no account. What is typed stays in this browser until it is sent. */
export function ApplyPage() {
  const { t } = useTranslation('applications');
  const [made, setMade] = useState<Key | null>(null);
  if (made) return <KeyCard of={made} />;
  return (
    <>
      <PageHead title={t('apply.title')} />
      <p className={classes.lead}>{t('apply.lead')}</p>
      <Panel>
        <ApplyForm
          onMade={(secret, { reference }) => {
            keepKey({ reference, secret });
            dropDraft();
            setMade({ reference, secret });
          }}
        />
      </Panel>
    </>
  );
}

function ApplyForm({ onMade }: { onMade: (secret: string, application: Application) => void }) {
  const { t } = useTranslation('applications');
  const [step, setStep] = useUrlState<FormStep>('step', 'about');
  const [initialValues] = useState(readDraft);
  const { form, submit, check, isSubmitting, failure } = useApiForm({
    endpoint: makeApplication,
    target: {},
    initialValues,
    labels: useApplicationLabels(),
    onDone: ({ secret, application }) => onMade(secret, application),
  });
  useEffect(() => keepDraft(form.values), [form.values]);
  const faulty = failure?.faults[0];
  useEffect(
    function showFault() {
      if (faulty) setStep(stepOf(faulty.path));
    },
    [faulty, setStep],
  );
  const at = Math.max(
    0,
    FORM_STEPS.findIndex(({ key }) => key === step),
  );
  const current = FORM_STEPS[at] ?? FORM_STEPS[0];
  const next = FORM_STEPS[at + 1];
  const go = (to: FormStep) => {
    setStep(to);
    window.scrollTo(0, 0);
  };
  const proceed = (event?: React.FormEvent<HTMLFormElement>) => {
    event?.preventDefault();
    if (!next) submit();
    else if (check(current.fields)) go(next.key);
  };
  return (
    <FormShell onSubmit={proceed} label={t('apply.title')}>
      <StepNav
        steps={ALL_STEPS}
        current={current.key}
        onGo={(to) => (ALL_STEPS.indexOf(to) < at ? () => go(to as FormStep) : undefined)}
      />
      <h2 className={classes.step}>{t(`stepTitle.${current.key}`)}</h2>
      <FieldErrors failure={failure} />
      <FormStepFields step={current.key} form={form} />
      {!next && <p className={classes.note}>{t('apply.before')}</p>}
      <div className={classes.actions}>
        {at > 0 && (
          <Button variant="default" onClick={() => go(FORM_STEPS[at - 1]?.key ?? 'about')}>
            {t('action.back')}
          </Button>
        )}
        <Button type="submit" loading={isSubmitting}>
          {t(next ? 'next' : 'apply.make')}
        </Button>
        <span className={classes.kept}>
          {t('apply.kept')}
          <ConfirmButton
            label={t('apply.clear')}
            button={{ variant: 'subtle', color: 'gray', size: 'compact-sm' }}
            title={t('apply.clear')}
            message={t('apply.clearText')}
            confirmLabel={t('apply.clear')}
            danger
            onConfirm={async () => {
              form.setValues(NO_APPLICATION);
              go('about');
            }}
          />
        </span>
      </div>
    </FormShell>
  );
}
