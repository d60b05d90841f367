import { Button } from '@mantine/core';
import {
  type Campaign,
  listNeeds,
  listPledges,
  type Need,
  readAssociation,
  readCampaign,
} from '@qafila/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'wouter';
import { useApiQuery } from '../../shared/api/index.ts';
import { useFormat } from '../../shared/format/index.ts';
import { EmptyNote, PageHead, Panel, QueryView } from '../../shared/ui/index.ts';
import { ObligationsOnDesk, PledgeAlarm } from '../obligations/index.ts';
import { InitiativeDesk } from '../outputs/index.ts';
import { OfferDialog, PledgeRows } from '../pledges/index.ts';
import { ReferralsOnDesk } from '../referrals/index.ts';
import { useUser } from '../session/index.ts';
import { MissingPanel } from './MissingPanel.tsx';

/** The association's own desk, in what the campaign works by. */
export function DeskPage() {
  const { campaignId = '' } = useParams<{ campaignId: string }>();
  const { association } = useUser();
  const query = useApiQuery(readCampaign, { params: { campaignId } });
  return (
    <>
      <QueryView query={query}>
        {(campaign) =>
          campaign.kind === 'initiative' ? (
            <DailyDesk campaign={campaign} />
          ) : (
            <PledgingDesk campaign={campaign} />
          )
        }
      </QueryView>
      {association && <ReferralsOnDesk associationId={association.id} />}
      {association && <ObligationsOnDesk associationId={association.id} />}
    </>
  );
}

function DailyDesk({ campaign }: { campaign: Campaign }) {
  return (
    <>
      <DeskHead campaign={campaign} onOffer={undefined} />
      <InitiativeDesk campaign={campaign} />
    </>
  );
}

/** What is missing now, and where the association's promises have got to. */
function PledgingDesk({ campaign }: { campaign: Campaign }) {
  const campaignId = campaign.id;
  const { association } = useUser();
  const needs = useApiQuery(listNeeds, { params: { campaignId } });
  const [offer, setOffer] = useState<{ need?: Need } | undefined>(undefined);
  const isActive = campaign.status === 'active';
  return (
    <>
      <DeskHead campaign={campaign} onOffer={isActive ? () => setOffer({}) : undefined} />
      {association && <PledgeAlarm associationId={association.id} />}
      <QueryView query={needs}>
        {(all) => <MissingPanel needs={all} isActive={isActive} onPledge={(need) => setOffer({ need })} />}
      </QueryView>
      <MyPledges campaignId={campaignId} />
      {offer && <OfferDialog campaignId={campaignId} need={offer.need} onClose={() => setOffer(undefined)} />}
    </>
  );
}

type DeskHeadProps = { campaign: Campaign; onOffer: (() => void) | undefined };

function DeskHead({ campaign, onOffer }: DeskHeadProps) {
  const { t } = useTranslation('desk');
  const { name, digits } = useFormat();
  const user = useUser();
  const association = useApiQuery(
    readAssociation,
    { params: { associationId: user.association?.id ?? '' } },
    { enabled: user.association !== null },
  );
  const declared = association.data?.declarationNumber
    ? t('declaration', {
        number: digits(String(association.data.declarationNumber)),
        year: digits(association.data.declaredOn?.slice(0, 4) ?? ''),
      })
    : undefined;
  return (
    <PageHead
      title={user.association ? name(user.association) : t('nav.desk')}
      meta={<span>{[declared, name(campaign)].filter(Boolean).join(' · ')}</span>}
      actions={onOffer && <Button onClick={onOffer}>{t('newPledge')}</Button>}
    />
  );
}

const FIRST_SHOWN = 5;

function MyPledges({ campaignId }: { campaignId: string }) {
  const { t } = useTranslation('desk');
  const { number } = useFormat();
  const query = useApiQuery(listPledges, { params: { campaignId } });
  return (
    <Panel
      flush
      title={t('pledges:list.mine')}
      note={t('pledges:list.mineNote')}
      aside={
        query.data &&
        query.data.length > 0 && (
          <Button variant="subtle" size="compact-sm" component={Link} href={`/c/${campaignId}/pledges`}>
            {t('allPledges', { total: number(query.data.length) })}
          </Button>
        )
      }
    >
      <QueryView query={query}>
        {(pledges) =>
          pledges.length > 0 ? (
            <PledgeRows pledges={pledges.slice(0, FIRST_SHOWN)} />
          ) : (
            <EmptyNote title={t('noPledges')}>{t('noPledgesText')}</EmptyNote>
          )
        }
      </QueryView>
    </Panel>
  );
}
