import { Button, Checkbox } from '@mantine/core';
import { type AidOffer, checkDuplicates } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import type { Answer } from '../../shared/api/index.ts';
import { useApiForm } from '../../shared/forms/index.ts';
import { FieldErrors, FormShell } from '../../shared/ui/index.ts';
import { AidChoice } from './AidChoice.tsx';
import { NationalIdInput } from './NationalIdInput.tsx';
import classes from './NewReferralPage.module.css';

/** What was asked, and what came back; null where there was no number to ask with. */
export type Checked = {
  nationalId: string | null;
  offer: AidOffer;
  found: Answer<typeof checkDuplicates> | null;
};

type CheckStepProps = {
  /** What was asked before, to be changed. */
  before: Checked | undefined;
  onChecked: (checked: Checked) => void;
};

/** The number and the kind of help: enough to tell whether the citizen has such a case. */
export function CheckStep({ before, onChecked }: CheckStepProps) {
  const { t } = useTranslation('referrals');
  const { form, submit, check, isSubmitting, failure, idOf } = useApiForm({
    endpoint: checkDuplicates,
    target: {},
    initialValues: {
      nationalId: before?.nationalId ?? '',
      hasNone: before !== undefined && before.nationalId === null,
      offer: (before?.offer ?? null) as AidOffer | null,
    },
    labels: { nationalId: t('person.nationalId'), kind: t('new.aid') },
    toBody: ({ nationalId, offer }) => ({
      nationalId,
      // One choice: what lacks is said once.
      kind: offer?.kind ?? null,
      cadence: offer?.cadence ?? 'monthly',
    }),
    onDone: (found) => {
      const { nationalId, offer } = form.getValues();
      if (offer) onChecked({ nationalId, offer, found });
    },
  });
  const { hasNone, offer } = form.values;
  return (
    <FormShell
      label={t('check.title')}
      onSubmit={(event) => {
        event.preventDefault();
        if (!hasNone) submit();
        else if (check(['kind']) && offer) onChecked({ nationalId: null, offer, found: null });
      }}
    >
      <FieldErrors failure={failure} />
      <div className={classes.number}>
        <NationalIdInput
          label={t('person.nationalId')}
          description={t('check.hint')}
          required={!hasNone}
          disabled={hasNone}
          {...form.getInputProps('nationalId')}
        />
        <Checkbox
          label={t('check.hasNone')}
          description={t('check.hasNoneText')}
          {...form.getInputProps('hasNone', { type: 'checkbox' })}
        />
      </div>
      <AidChoice
        id={idOf('kind')}
        value={offer}
        onChange={(chosen) => form.setFieldValue('offer', chosen)}
        error={form.errors['kind']}
      />
      <div>
        <Button type="submit" size="md" loading={isSubmitting}>
          {t(hasNone ? 'check.skip' : 'check.action')}
        </Button>
      </div>
    </FormShell>
  );
}
