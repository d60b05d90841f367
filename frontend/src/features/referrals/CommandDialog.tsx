import { Radio, Textarea } from '@mantine/core';
import type { Referral } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { invalidateWork, queryClient } from '../../shared/api/index.ts';
import { useApiForm } from '../../shared/forms/index.ts';
import { useWord } from '../../shared/i18n/index.ts';
import { Dialog, FieldErrors, FormShell, notifyDone, SaveButtons } from '../../shared/ui/index.ts';
import { ASKED, type AskedCommand } from './commands.ts';
import classes from './Forms.module.css';

type CommandDialogProps = { referral: Referral; command: AskedCommand; onClose: () => void };

/** Asks for what a step needs: a reason of a list where it has one, and a word. */
export function CommandDialog({ referral, command, onClose }: CommandDialogProps) {
  const { t } = useTranslation('referrals');
  const { command: wordOf } = useWord();
  const asked = ASKED[command];
  const choice = 'field' in asked ? asked : undefined;
  const { form, submit, isSubmitting, failure } = useApiForm({
    endpoint: asked.endpoint,
    target: { params: { referralId: referral.id } },
    initialValues: { choice: null as string | null, note: '' },
    labels: { ...(choice && { [choice.field]: t(`ask.${command}.choice`) }), note: t('field.note') },
    toBody: (values) => ({ note: values.note, ...(choice && { [choice.field]: values.choice }) }),
    onDone: async () => {
      notifyDone(t(`ask.${command}.done`));
      onClose();
      await invalidateWork(queryClient, ['referrals']);
    },
  });
  return (
    <Dialog opened onClose={onClose} title={t(`ask.${command}.title`, { code: referral.code })} size={480}>
      <FormShell onSubmit={submit}>
        <FieldErrors failure={failure} />
        <p className={classes.text}>{t(`ask.${command}.text`)}</p>
        {choice && (
          <Radio.Group
            label={t(`ask.${command}.choice`)}
            required
            value={form.values.choice}
            onChange={(value) => form.setFieldValue('choice', value)}
            error={form.errors[choice.field]}
          >
            <div className={classes.choices}>
              {choice.choices.map((value) => (
                <Radio
                  key={value}
                  value={value}
                  label={t(`${choice.words}.${value}`)}
                  disabled={value === 'helped' && referral.lastHelpOn === null}
                />
              ))}
            </div>
          </Radio.Group>
        )}
        <Textarea
          label={t('field.note')}
          description={t(`ask.${command}.note`)}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          required={form.values.choice === 'other'}
          autosize
          minRows={2}
          autoComplete="off"
          spellCheck={false}
          {...form.getInputProps('note')}
        />
        <SaveButtons label={wordOf('referral', command)} isSubmitting={isSubmitting} onCancel={onClose} />
      </FormShell>
    </Dialog>
  );
}
