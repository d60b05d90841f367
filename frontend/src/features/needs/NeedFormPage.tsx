import { listNeeds, readCampaign } from '@qafila/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useApiQuery } from '../../shared/api/index.ts';
import { useFormat } from '../../shared/format/index.ts';
import { EmptyNote, PageHead, Panel, QueryView } from '../../shared/ui/index.ts';
import { useSite } from '../sites/index.ts';
import { DeleteNeed } from './DeleteNeed.tsx';
import { NeedEditForm } from './NeedEditForm.tsx';
import classes from './NeedFormPage.module.css';
import { NewNeedForm } from './NewNeedForm.tsx';
import { PlaceContext } from './PlaceContext.tsx';

type NeedFormPageProps = {
  campaignId: string;
  /** The need to edit; a new one when left out. */
  needId?: string | undefined;
};

/** Stating a need, or changing one, beside what its destination already asked for. */
export function NeedFormPage({ campaignId, needId }: NeedFormPageProps) {
  const { t } = useTranslation('needs');
  const { name } = useFormat();
  const campaign = useApiQuery(readCampaign, { params: { campaignId } });
  const query = useApiQuery(listNeeds, { params: { campaignId } });
  const [chosenSiteId, chooseSite] = useState<string | null>(null);
  const need = query.data?.find((it) => it.id === needId);
  const chosenSite = useSite(chosenSiteId);
  const site = need?.site ?? chosenSite;
  const campaignName = campaign.data ? `${name(campaign.data)} · ` : '';
  return (
    <>
      <PageHead
        trail={
          <Link href={`/c/${campaignId}/needs`}>
            {campaignName}
            {t('form.trail')}
          </Link>
        }
        title={t(needId ? 'form.editTitle' : 'form.newTitle')}
        meta={need && <span>{`${name(need.item)} · ${name(need.site)}`}</span>}
        actions={need && <DeleteNeed campaignId={campaignId} need={need} />}
      />
      <QueryView query={query}>
        {(needs) => (
          <div className={classes.columns}>
            <Panel>
              {!needId && <NewNeedForm campaignId={campaignId} onSiteChange={chooseSite} />}
              {need && <NeedEditForm campaignId={campaignId} need={need} />}
              {needId && !need && <EmptyNote title={t('problem.not_found')} />}
            </Panel>
            <PlaceContext site={site} needs={needs} />
          </div>
        )}
      </QueryView>
    </>
  );
}
