import type { Pledge } from '@qafila/contract';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useFormat } from '../../shared/format/index.ts';
import { Code, Journey, JourneyLoss, useNow } from '../../shared/ui/index.ts';
import { stageOf } from './journey.ts';
import classes from './PledgeRows.module.css';
import { PledgeStageTag } from './PledgeStageTag.tsx';

type PledgeRowsProps = {
  pledges: readonly Pledge[];
  /** Names the association, where pledges of several are listed. */
  isNamed?: boolean;
  actionsOf?: (pledge: Pledge) => ReactNode;
};

/** Pledges with the way each has gone, from the promise to the hand. */
export function PledgeRows({ pledges, isNamed = false, actionsOf }: PledgeRowsProps) {
  const { name } = useFormat();
  return (
    <ul className={classes.rows}>
      {pledges.map((pledge) => (
        <li key={pledge.id} className={classes.row}>
          <div className={classes.what}>
            <Link href={`/c/${pledge.campaignId}/pledges/${pledge.id}`}>{name(pledge.item)}</Link>{' '}
            <Code muted>{pledge.code}</Code>
            {isNamed && <span className={classes.by}>{name(pledge.association)}</span>}
            <PledgeStageTag pledge={pledge} />
          </div>
          <Journey journey={pledge.journey} />
          <div className={classes.last}>
            <LastLine pledge={pledge} />
            <JourneyLoss journey={pledge.journey} />
            {actionsOf && <div className={classes.actions}>{actionsOf(pledge)}</div>}
          </div>
        </li>
      ))}
    </ul>
  );
}

/** What is known of its next or last step. */
function LastLine({ pledge }: { pledge: Pledge }) {
  const { t } = useTranslation('pledges');
  const { name, when, relative } = useFormat();
  const now = useNow();
  const stage = stageOf(pledge);
  if (stage === 'awaiting')
    return <span>{t('last.offered', { when: relative(pledge.createdAt, now) })}</span>;
  if (stage === 'accepted') {
    return <span>{t('last.ready', { when: when(pledge.readyAt, now), site: name(pledge.site) })}</span>;
  }
  if (pledge.need && (stage === 'inWarehouse' || stage === 'onTheRoad')) {
    return (
      <span>{t('last.needed', { site: name(pledge.need.site), when: when(pledge.need.neededBy, now) })}</span>
    );
  }
  const at = pledge.decidedAt ?? pledge.createdAt;
  return <span>{t('last.decided', { when: when(at, now) })}</span>;
}
