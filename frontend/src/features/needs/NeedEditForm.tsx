import { Button, TextInput } from '@mantine/core';
import { type Need, updateNeed } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import { invalidateTopics, queryClient } from '../../shared/api/index.ts';
import { useFormat } from '../../shared/format/index.ts';
import { useApiForm, useEdited } from '../../shared/forms/index.ts';
import {
  FieldErrors,
  FormActions,
  FormGrid,
  FormShell,
  notifyDone,
  StaleNotice,
} from '../../shared/ui/index.ts';
import { NeedFields, toNeedBody, useNeedLabels } from './NeedFields.tsx';

type NeedEditFormProps = { campaignId: string; need: Need };

export function NeedEditForm({ campaignId, need }: NeedEditFormProps) {
  const { started, isStale, reload } = useEdited(need);
  return (
    <>
      {isStale && <StaleNotice onReload={reload} />}
      <Fields key={started.version} campaignId={campaignId} need={started} />
    </>
  );
}

function Fields({ campaignId, need }: NeedEditFormProps) {
  const { t } = useTranslation('needs');
  const { name, unit } = useFormat();
  const [, navigate] = useLocation();
  const labels = useNeedLabels();
  const { form, submit, isSubmitting, failure } = useApiForm({
    endpoint: updateNeed,
    target: { params: { needId: need.id } },
    ifMatch: need.version,
    initialValues: {
      quantity: need.quantity as number | string,
      neededBy: need.neededBy as string | null,
      priority: String(need.priority),
      households: need.households ?? ('' as number | string),
      note: need.note,
    },
    labels,
    toBody: toNeedBody,
    onDone: async () => {
      notifyDone(t('form.saved'));
      await invalidateTopics(queryClient, campaignId, ['needs']);
      navigate(`/c/${campaignId}?need=${need.id}`);
    },
  });
  return (
    <FormShell onSubmit={submit}>
      <FieldErrors failure={failure} />
      <FormGrid>
        <TextInput label={t('form.site')} value={name(need.site)} disabled />
        <TextInput label={t('form.item')} value={name(need.item)} disabled />
        <NeedFields form={form} unit={unit(need.item.unit)} />
      </FormGrid>
      <FormActions>
        <Button type="submit" size="md" loading={isSubmitting}>
          {t('form.save')}
        </Button>
        <Button size="md" variant="default" component={Link} href={`/c/${campaignId}/needs`}>
          {t('action.cancel')}
        </Button>
      </FormActions>
    </FormShell>
  );
}
