import { TextInput } from '@mantine/core';
import { addBankAccount } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { useApiForm } from '../../shared/forms/index.ts';
import { Dialog, FieldErrors, FormShell, SaveButtons } from '../../shared/ui/index.ts';
import { useSaved } from './use-saved.ts';

type BankAccountDialogProps = { associationId: string; onClose: () => void };

export function BankAccountDialog({ associationId, onClose }: BankAccountDialogProps) {
  const { t } = useTranslation('associations');
  const { form, submit, isSubmitting, failure } = useApiForm({
    endpoint: addBankAccount,
    target: { params: { associationId } },
    initialValues: { bankName: '', holder: '', number: '' },
    labels: { bankName: t('bank.name'), holder: t('bank.holder'), number: t('bank.number') },
    onDone: useSaved(onClose),
  });
  return (
    <Dialog opened onClose={onClose} title={t('bank.add')} size={480}>
      <FormShell onSubmit={submit}>
        <FieldErrors failure={failure} />
        <TextInput label={t('bank.name')} required data-autofocus {...form.getInputProps('bankName')} />
        <TextInput label={t('bank.holder')} required {...form.getInputProps('holder')} />
        <TextInput
          label={t('bank.number')}
          description={t('bank.numberHint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          required
          dir="ltr"
          autoComplete="off"
          {...form.getInputProps('number')}
        />
        <SaveButtons label={t('bank.add')} isSubmitting={isSubmitting} onCancel={onClose} />
      </FormShell>
    </Dialog>
  );
}
