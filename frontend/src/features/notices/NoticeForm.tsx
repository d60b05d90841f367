import { Button, SegmentedControl, Textarea, TextInput } from '@mantine/core';
import { type Notice, NoticePriority, sendNotice } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { useApiForm } from '../../shared/forms/index.ts';
import {
  DateTimeInput,
  FieldErrors,
  FormActions,
  FormShell,
  notifyDone,
  Panel,
} from '../../shared/ui/index.ts';
import { useCan } from '../session/index.ts';
import { AudienceField } from './AudienceField.tsx';
import classes from './Notices.module.css';
import { bodyOf, type NoticeValues, valuesOf } from './notice-values.ts';
import { readNoticesAgain } from './use-pages.ts';

/** Writes a notice. It is sent as it stands: afterwards it can only be withdrawn or corrected by another. */
export function NoticeForm({ corrected }: { corrected: Notice | null }) {
  const { t } = useTranslation('notices');
  const [, navigate] = useLocation();
  const isOverseer = useCan()('notice:oversee');
  const { form, submit, isSubmitting, failure, idOf } = useApiForm({
    endpoint: sendNotice,
    target: {},
    initialValues: valuesOf(corrected, isOverseer),
    labels: useLabels(),
    toBody: (values: NoticeValues) => bodyOf(values, corrected?.id ?? null),
    onDone: async (notice) => {
      await readNoticesAgain();
      notifyDone(t('sentNow'));
      navigate(`/notices/${notice.id}`);
    },
  });
  const values = form.getValues();
  return (
    <Panel>
      <FormShell onSubmit={submit}>
        <FieldErrors failure={failure} />
        <div>
          <span id={idOf('priority')} className={classes.label}>
            {t('priority.label')}
          </span>
          <SegmentedControl
            aria-labelledby={idOf('priority')}
            data={[...NoticePriority.options]
              .reverse()
              .map((value) => ({ value, label: t(`priority.${value}`) }))}
            {...form.getInputProps('priority')}
          />
          <p className={classes.hint}>{t(`priorityHint.${values.priority}`)}</p>
        </div>
        {isOverseer && (
          <AudienceField
            values={values}
            errors={form.errors}
            idOf={idOf}
            onChange={(change) => form.setValues(change)}
          />
        )}
        <div className={classes.texts}>
          <TextInput label={t('titleAr')} required dir="rtl" lang="ar" {...form.getInputProps('titleAr')} />
          <TextInput label={t('titleEn')} dir="ltr" lang="en" {...form.getInputProps('titleEn')} />
          <Textarea
            label={t('bodyAr')}
            required
            dir="rtl"
            lang="ar"
            autosize
            minRows={6}
            maxRows={20}
            {...form.getInputProps('bodyAr')}
          />
          <Textarea
            label={t('bodyEn')}
            dir="ltr"
            lang="en"
            autosize
            minRows={6}
            maxRows={20}
            {...form.getInputProps('bodyEn')}
          />
        </div>
        <DateTimeInput
          label={t('validUntil')}
          description={t('validUntilHint')}
          clearable
          className={classes.until ?? ''}
          minDate={new Date()}
          {...form.getInputProps('validUntil')}
        />
        <p className={classes.hint}>{t('sendHint')}</p>
        <FormActions>
          <Button variant="default" onClick={() => navigate('/notices')}>
            {t('action.cancel')}
          </Button>
          <Button type="submit" loading={isSubmitting}>
            {t('send')}
          </Button>
        </FormActions>
      </FormShell>
    </Panel>
  );
}

function useLabels(): Readonly<Record<string, string>> {
  const { t } = useTranslation('notices');
  return {
    audience: t('audience.label'),
    'audience.sectors': t('audience.sectors'),
    'audience.governorateCodes': t('audience.governorates'),
    'audience.associationId': t('association'),
    titleAr: t('titleAr'),
    titleEn: t('titleEn'),
    bodyAr: t('bodyAr'),
    bodyEn: t('bodyEn'),
    validUntil: t('validUntil'),
  };
}
