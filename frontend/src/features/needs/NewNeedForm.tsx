import { Button } from '@mantine/core';
import { createNeed } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useSearchParams } from 'wouter';
import { invalidateTopics, queryClient } from '../../shared/api/index.ts';
import { useFormat } from '../../shared/format/index.ts';
import { useApiForm } from '../../shared/forms/index.ts';
import { FieldErrors, FormActions, FormGrid, FormShell, notifyDone } from '../../shared/ui/index.ts';
import { ItemSelect, useItem } from '../items/index.ts';
import { SiteSelect } from '../sites/index.ts';
import { NeedFields, type NeedValues, toNeedBody, useNeedLabels } from './NeedFields.tsx';

type NewNeedFormProps = { campaignId: string; onSiteChange: (siteId: string | null) => void };

type NewNeedValues = NeedValues & { siteId: string | null; itemId: string | null };

const EMPTY: NewNeedValues = {
  siteId: null,
  itemId: null,
  quantity: '',
  neededBy: null,
  priority: '2',
  households: '',
  note: '',
};

export function NewNeedForm({ campaignId, onSiteChange }: NewNeedFormProps) {
  const { t } = useTranslation('needs');
  const { unit } = useFormat();
  const [, navigate] = useLocation();
  const [search] = useSearchParams();
  const labels = useNeedLabels();
  const { form, submit, isSubmitting, failure } = useApiForm({
    endpoint: createNeed,
    target: { params: { campaignId } },
    initialValues: { ...EMPTY, siteId: search.get('site') },
    labels: { siteId: t('form.site'), itemId: t('form.item'), ...labels },
    toBody: ({ siteId, itemId, ...values }) => ({ siteId, itemId, ...toNeedBody(values) }),
    onDone: async (need) => {
      notifyDone(t('form.saved'));
      await invalidateTopics(queryClient, campaignId, ['needs']);
      navigate(`/c/${campaignId}?need=${need.id}`);
    },
  });
  const item = useItem(form.values.itemId);
  const site = form.getInputProps('siteId');
  return (
    <FormShell onSubmit={submit}>
      <FieldErrors failure={failure} />
      <FormGrid>
        <SiteSelect
          label={t('form.site')}
          placeholder={t('form.sitePlaceholder')}
          kinds={['distribution_point']}
          required
          {...site}
          onChange={(siteId) => {
            form.setFieldValue('siteId', siteId);
            onSiteChange(siteId);
          }}
        />
        <ItemSelect
          label={t('form.item')}
          placeholder={t('form.itemPlaceholder')}
          required
          {...form.getInputProps('itemId')}
        />
        <NeedFields form={form} unit={item && unit(item.unit)} />
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
