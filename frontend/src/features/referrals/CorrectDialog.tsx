import { Select, Textarea, TextInput } from '@mantine/core';
import { correctReferral, type Referral, type ReferralPerson } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { invalidateWork, queryClient } from '../../shared/api/index.ts';
import { useApiForm } from '../../shared/forms/index.ts';
import { Dialog, FieldErrors, FormShell, notifyDone, SaveButtons } from '../../shared/ui/index.ts';
import { useGovernorateChoices } from '../sites/index.ts';
import classes from './Forms.module.css';
import { HouseholdInput } from './HouseholdInput.tsx';
import { NationalIdInput } from './NationalIdInput.tsx';
import { PriorityInput } from './PriorityInput.tsx';
import { PRIVATE } from './private.ts';
import { useRequestLabels } from './use-request-labels.ts';

type CorrectDialogProps = {
  referral: Referral;
  person: ReferralPerson;
  onClose: () => void;
  /** What is on the screen has to be read anew. */
  onDone: () => void;
};

/** Mending what was registered; a national id is typed anew or stays. */
export function CorrectDialog({ referral, person, onClose, onDone }: CorrectDialogProps) {
  const { t } = useTranslation('referrals');
  const governorates = useGovernorateChoices();
  const { form, submit, isSubmitting, failure } = useApiForm({
    endpoint: correctReferral,
    target: { params: { referralId: referral.id } },
    ifMatch: referral.version,
    initialValues: {
      priority: String(referral.priority),
      governorateCode: referral.governorateCode as string,
      householdSize: referral.householdSize ?? '',
      person: {
        fullName: person.fullName ?? '',
        phone: person.phone ?? '',
        request: person.request,
        nationalId: '',
      },
    },
    labels: useRequestLabels(),
    toBody: ({ priority, householdSize, person: { nationalId, ...rest }, ...values }) => ({
      ...values,
      priority: Number(priority),
      householdSize: householdSize === '' ? null : householdSize,
      person: { ...rest, ...(nationalId.trim() !== '' && { nationalId }) },
    }),
    onDone: async () => {
      notifyDone(t('correct.done'));
      onClose();
      onDone();
      await invalidateWork(queryClient, ['referrals']);
    },
  });
  return (
    <Dialog opened onClose={onClose} title={t('correct.title', { code: referral.code })}>
      <FormShell onSubmit={submit}>
        <FieldErrors failure={failure} />
        <TextInput
          {...PRIVATE}
          label={t('person.fullName')}
          required
          {...form.getInputProps('person.fullName')}
        />
        <div className={classes.pair}>
          <TextInput
            {...PRIVATE}
            label={t('person.phone')}
            dir="ltr"
            inputMode="tel"
            {...form.getInputProps('person.phone')}
          />
          <NationalIdInput
            label={t('correct.nationalId')}
            description={t('correct.nationalIdHint')}
            {...form.getInputProps('person.nationalId')}
          />
          <Select
            label={t('field.governorate')}
            required
            allowDeselect={false}
            data={governorates}
            {...form.getInputProps('governorateCode')}
          />
          <HouseholdInput {...form.getInputProps('householdSize')} />
        </div>
        <PriorityInput {...form.getInputProps('priority')} />
        <Textarea
          {...PRIVATE}
          label={t('person.request')}
          required
          autosize
          minRows={2}
          {...form.getInputProps('person.request')}
        />
        <SaveButtons label={t('action.save')} isSubmitting={isSubmitting} onCancel={onClose} />
      </FormShell>
    </Dialog>
  );
}
