import { Button, Select, SimpleGrid } from '@mantine/core';
import { type Campaign, listParticipants, OUTPUT_KINDS, type Output } from '@qafila/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApiQuery } from '../../shared/api/index.ts';
import { useFormat } from '../../shared/format/index.ts';
import { DayInput, DialogActions, FieldErrors, FormShell, Notice } from '../../shared/ui/index.ts';
import { useGovernorateName } from '../sites/index.ts';
import { CorrectDialog } from './CorrectDialog.tsx';
import { CountFields } from './OutputFields.tsx';
import { useEntered } from './useEntered.ts';
import { useOutputWords } from './useOutputWords.ts';
import { useRecordForm } from './useRecordForm.ts';

type RecordFormProps = { campaign: Campaign; today: string; onDone?: () => void };

/** One day’s output of one kind; where it is entered already, the way to correct it. */
export function RecordForm({ campaign, today, onDone }: RecordFormProps) {
  const { t } = useTranslation('outputs');
  const words = useOutputWords();
  const governorateOf = useGovernorateName();
  const { form, submit, failure, isSubmitting, isForOther } = useRecordForm(campaign, today, onDone);
  const { kind } = form.values;
  const entered = useEntered(campaign.id, form.values, isForOther);
  const places = campaign.governorateCodes.map((code) => ({ value: code, label: governorateOf(code) }));
  return (
    <FormShell onSubmit={submit} label={t('record')}>
      <FieldErrors failure={failure} />
      {isForOther && <ParticipantSelect campaignId={campaign.id} {...form.getInputProps('associationId')} />}
      <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="sm">
        <DayInput
          label={t('form.day')}
          required
          minDate={campaign.startsOn}
          maxDate={today < campaign.endsOn ? today : campaign.endsOn}
          {...form.getInputProps('day')}
        />
        <Select label={t('governorate')} required data={places} {...form.getInputProps('governorateCode')} />
        <Select
          label={t('form.kind')}
          required
          allowDeselect={false}
          data={OUTPUT_KINDS.map((value) => ({ value, label: words.kind(value) }))}
          {...form.getInputProps('kind')}
        />
      </SimpleGrid>
      {entered ? (
        <AlreadyEntered output={entered} />
      ) : (
        <>
          <CountFields form={form} kind={kind} />
          <DialogActions>
            <Button type="submit" size="md" loading={isSubmitting}>
              {t('record')}
            </Button>
          </DialogActions>
        </>
      )}
    </FormShell>
  );
}

function AlreadyEntered({ output }: { output: Output }) {
  const { t } = useTranslation('outputs');
  const words = useOutputWords();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Notice
        title={t('entered', { amount: words.amount(output.kind, output.quantity) })}
        actions={
          <Button variant="default" onClick={() => setOpen(true)}>
            {t('correct')}
          </Button>
        }
      >
        {t('enteredText')}
      </Notice>
      {isOpen && <CorrectDialog output={output} onClose={() => setOpen(false)} />}
    </>
  );
}

type ParticipantSelectProps = { campaignId: string; value?: string | null };

function ParticipantSelect({ campaignId, ...input }: ParticipantSelectProps) {
  const { t } = useTranslation('outputs');
  const { name } = useFormat();
  const { data = [] } = useApiQuery(listParticipants, { params: { campaignId } });
  return (
    <Select
      label={t('association')}
      required
      searchable
      data={data.map(({ association }) => ({ value: association.id, label: name(association) }))}
      {...input}
    />
  );
}
