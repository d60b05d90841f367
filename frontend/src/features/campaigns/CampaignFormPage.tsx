import { type Campaign, createCampaign, readCampaign, updateCampaign } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useParams } from 'wouter';
import { invalidateTopics, queryClient, useApiQuery } from '../../shared/api/index.ts';
import { useFormat } from '../../shared/format/index.ts';
import { useApiForm, useEdited } from '../../shared/forms/index.ts';
import { notifyDone, PageHead, Panel, QueryView, StaleNotice } from '../../shared/ui/index.ts';
import { CampaignForm } from './CampaignForm.tsx';
import classes from './CampaignFormPage.module.css';
import { NO_CAMPAIGN, useCampaignLabels } from './campaign-values.ts';

/** Opening a campaign, or changing one. */
export function CampaignFormPage() {
  const { t } = useTranslation('campaigns');
  const { campaignId } = useParams<{ campaignId?: string }>();
  return (
    <>
      <PageHead
        trail={<Link href="/campaigns">{t('list.title')}</Link>}
        title={t(campaignId ? 'form.editTitle' : 'form.newTitle')}
      />
      <Panel className={classes.form}>
        {campaignId ? <EditCampaign campaignId={campaignId} /> : <NewCampaign />}
      </Panel>
    </>
  );
}

function NewCampaign() {
  const finish = useFinish('form.created');
  const labels = useCampaignLabels();
  const api = useApiForm({
    endpoint: createCampaign,
    target: {},
    initialValues: NO_CAMPAIGN,
    labels,
    onDone: finish,
  });
  return <CampaignForm {...api} saveKey="form.create" cancelTo="/campaigns" />;
}

function EditCampaign({ campaignId }: { campaignId: string }) {
  const query = useApiQuery(readCampaign, { params: { campaignId } });
  return <QueryView query={query}>{(campaign) => <Edited campaign={campaign} />}</QueryView>;
}

function Edited({ campaign }: { campaign: Campaign }) {
  const { started, isStale, reload } = useEdited(campaign);
  return (
    <>
      {isStale && <StaleNotice onReload={reload} />}
      <EditForm key={started.version} campaign={started} />
    </>
  );
}

function EditForm({ campaign }: { campaign: Campaign }) {
  const { name } = useFormat();
  const finish = useFinish('form.saved');
  const labels = useCampaignLabels();
  const { id, code: _code, status: _status, kind: _kind, version, ...values } = campaign;
  const api = useApiForm({
    endpoint: updateCampaign,
    target: { params: { campaignId: id } },
    ifMatch: version,
    initialValues: { ...NO_CAMPAIGN, ...values },
    labels,
    toBody: ({ kind: _, ...body }) => body,
    onDone: finish,
  });
  return (
    <CampaignForm {...api} kindIsFixed label={name(campaign)} saveKey="form.save" cancelTo={`/c/${id}`} />
  );
}

/** To the campaign itself, which is read anew. */
function useFinish(words: 'form.created' | 'form.saved') {
  const { t } = useTranslation('campaigns');
  const [, navigate] = useLocation();
  return async (campaign: Campaign) => {
    notifyDone(t(words));
    await invalidateTopics(queryClient, campaign.id, ['campaign']);
    navigate(`/c/${campaign.id}`);
  };
}
