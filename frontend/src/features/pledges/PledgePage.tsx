import { type PledgeFile, readPledge } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useApiQuery } from '../../shared/api/index.ts';
import { useFormat } from '../../shared/format/index.ts';
import { Code, EmptyNote, Journey, PageHead, Panel, QueryView } from '../../shared/ui/index.ts';
import { useUser } from '../session/index.ts';
import { AccountSum } from './AccountSum.tsx';
import { CustodyChain } from './CustodyChain.tsx';
import { LotCards } from './LotCards.tsx';
import { PledgeActions } from './PledgeActions.tsx';
import classes from './PledgePage.module.css';
import { PledgeStageTag } from './PledgeStageTag.tsx';

type PledgePageProps = { campaignId: string; pledgeId: string };

/** One promise from the word to the hand: its journey, its sum, every hand-over and every lot. */
export function PledgePage({ pledgeId }: PledgePageProps) {
  const query = useApiQuery(readPledge, { params: { pledgeId } });
  return <QueryView query={query}>{(file) => <PledgeView file={file} />}</QueryView>;
}

function PledgeView({ file }: { file: PledgeFile }) {
  const { t } = useTranslation('pledges');
  const { pledge, lots, chain } = file;
  return (
    <>
      <PledgeHead file={file} />
      <Panel>
        <Journey journey={pledge.journey} />
        <AccountSum lots={lots} />
      </Panel>
      <div className={classes.columns}>
        <Panel flush title={t('page.chain')} note={t('page.chainNote')}>
          {chain.length > 0 ? (
            <CustodyChain campaignId={pledge.campaignId} chain={chain} />
          ) : (
            <EmptyNote title={t('page.chainEmpty')}>{t('page.chainEmptyText')}</EmptyNote>
          )}
        </Panel>
        <Panel title={t('page.lots')} note={t('page.lotsNote', { count: lots.length })}>
          {lots.length > 0 ? (
            <LotCards lots={lots} unit={pledge.item.unit} />
          ) : (
            <p className={classes.muted}>{t('page.lotsEmpty')}</p>
          )}
          {pledge.note && (
            <p className={classes.note}>
              <b>{t('page.note')}</b> {pledge.note}
            </p>
          )}
        </Panel>
      </div>
    </>
  );
}

function PledgeHead({ file: { pledge } }: { file: PledgeFile }) {
  const { t } = useTranslation('pledges');
  const { name, number } = useFormat();
  const isOwn = useUser().role === 'association';
  const title = `${number(pledge.quantity)} ${name(pledge.item)}`;
  return (
    <PageHead
      trail={
        <Link href={`/c/${pledge.campaignId}/pledges`}>{t(isOwn ? 'page.trailMine' : 'page.trail')}</Link>
      }
      title={title}
      meta={
        <>
          <PledgeStageTag pledge={pledge} framed />
          <Code muted>{pledge.code}</Code>
          <span>
            {pledge.need ? t('to', { site: name(pledge.need.site) }) : t('atLarge')}
            {' · '}
            {t('page.by', { association: name(pledge.association), site: name(pledge.site) })}
          </span>
        </>
      }
      actions={<PledgeActions pledge={pledge} size="sm" />}
    />
  );
}
