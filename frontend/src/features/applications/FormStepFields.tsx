import type { UseFormReturnType } from '@mantine/form';
import type { ComponentType } from 'react';
import { AboutStep } from './AboutStep.tsx';
import { BoardStep } from './BoardStep.tsx';
import { ContactStep } from './ContactStep.tsx';
import { SeatStep } from './SeatStep.tsx';
import type { ApplicationValues, FormStep } from './values.ts';

type StepProps = { form: UseFormReturnType<ApplicationValues> };

const FIELDS: Readonly<Record<FormStep, ComponentType<StepProps>>> = {
  about: AboutStep,
  seat: SeatStep,
  board: BoardStep,
  contact: ContactStep,
};

/** What one step of the form asks. */
export function FormStepFields({ step, form }: StepProps & { step: FormStep }) {
  const Fields = FIELDS[step];
  return <Fields form={form} />;
}
