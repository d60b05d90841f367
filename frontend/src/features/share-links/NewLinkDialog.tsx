import { Radio, SegmentedControl, Select, TextInput } from '@mantine/core';
import { createShareLink, listConvoys, ShareKind, type ShareLink, SharePrecision } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { invalidateTopics, queryClient, useApiQuery } from '../../shared/api/index.ts';
import { useApiForm } from '../../shared/forms/index.ts';
import { Dialog, FieldErrors, FormShell, SaveButtons } from '../../shared/ui/index.ts';
import classes from './ShareLinksPage.module.css';
import { VALIDITIES_H } from './share-view.ts';

type NewLinkDialogProps = { campaignId: string; onClose: () => void; onMade: (link: ShareLink) => void };

type LinkValues = {
  kind: ShareKind;
  precision: SharePrecision;
  label: string;
  convoyId: string | null;
  validHours: string;
};

const NEW_LINK: LinkValues = {
  kind: 'wall',
  precision: 'exact',
  label: '',
  convoyId: null,
  validHours: String(VALIDITIES_H[1]),
};

/** What a new link shows, to whom, how truly and for how long. */
export function NewLinkDialog({ campaignId, onClose, onMade }: NewLinkDialogProps) {
  const { t } = useTranslation('share-links');
  const { form, submit, isSubmitting, failure } = useApiForm({
    endpoint: createShareLink,
    target: { params: { campaignId } },
    initialValues: NEW_LINK,
    labels: { label: t('label'), convoyId: t('convoy'), validHours: t('validity') },
    toBody: ({ validHours, convoyId, ...values }) => ({
      ...values,
      convoyId: values.kind === 'convoy' ? convoyId : null,
      validHours: Number(validHours),
    }),
    onDone: async (link) => {
      await invalidateTopics(queryClient, campaignId, ['shares']);
      onMade(link);
    },
  });
  return (
    <Dialog opened onClose={onClose} title={t('new')}>
      <FormShell onSubmit={submit}>
        <FieldErrors failure={failure} />
        <SegmentedControl
          fullWidth
          aria-label={t('what')}
          data={ShareKind.options.map((value) => ({ value, label: t(`kind.${value}`) }))}
          {...form.getInputProps('kind')}
        />
        {form.getValues().kind === 'convoy' && (
          <ConvoySelect campaignId={campaignId} {...form.getInputProps('convoyId')} />
        )}
        <TextInput
          label={t('label')}
          description={t('labelHint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          required
          data-autofocus
          autoComplete="off"
          {...form.getInputProps('label')}
        />
        <Radio.Group label={t('precisionLabel')} {...form.getInputProps('precision')}>
          <div className={classes.choices}>
            {SharePrecision.options.map((value) => (
              <Radio
                key={value}
                value={value}
                label={t(`precision.${value}`)}
                description={t(`precisionText.${value}`)}
              />
            ))}
          </div>
        </Radio.Group>
        <Validity {...form.getInputProps('validHours')} />
        <SaveButtons label={t('create')} isSubmitting={isSubmitting} onCancel={onClose} />
      </FormShell>
    </Dialog>
  );
}

type FieldProps<Value> = { value?: Value; onChange: (value: Value) => void };

function Validity(field: FieldProps<string>) {
  const { t } = useTranslation('share-links');
  return (
    <SegmentedControl
      fullWidth
      aria-label={t('validity')}
      data={VALIDITIES_H.map((hours) => ({
        value: String(hours),
        label: hours <= 24 ? t('hours', { count: hours }) : t('days', { count: hours / 24 }),
      }))}
      {...field}
    />
  );
}

function ConvoySelect({ campaignId, ...field }: FieldProps<string | null> & { campaignId: string }) {
  const { t } = useTranslation('share-links');
  const { data = [] } = useApiQuery(listConvoys, { params: { campaignId } });
  const open = data.filter(
    ({ status }) => status !== 'draft' && status !== 'cancelled' && status !== 'settled',
  );
  return (
    <Select
      label={t('convoy')}
      required
      searchable
      nothingFoundMessage={t('noConvoys')}
      data={open.map(({ id, code }) => ({ value: id, label: code }))}
      {...field}
    />
  );
}
