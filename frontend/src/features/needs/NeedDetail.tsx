import type { Need } from '@qafila/contract';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useFormat } from '../../shared/format/index.ts';
import { PriorityMark, useCampaignId, useNow } from '../../shared/ui/index.ts';
import { useCan } from '../session/index.ts';
import classes from './NeedDetail.module.css';
import { SumLine } from './SumLine.tsx';

type NeedDetailProps = {
  need: Need;
  actions?: ReactNode;
};

/** The selected need: when it falls due, its sum, and what can be done about it. */
export function NeedDetail({ need, actions }: NeedDetailProps) {
  return (
    <div className={classes.detail} aria-live="polite">
      <div className={classes.what}>
        <strong>
          <PriorityMark level={need.priority} />
          <NeedName need={need} />
        </strong>
        <DueLine need={need} />
      </div>
      <SumLine coverage={need.coverage} />
      {actions && <div className={classes.actions}>{actions}</div>}
    </div>
  );
}

/** Leads to its form, for those who may change it. */
function NeedName({ need }: { need: Need }) {
  const { name } = useFormat();
  const campaignId = useCampaignId();
  const can = useCan();
  const words = `${name(need.site)} · ${name(need.item)}`;
  if (!can('need:manage')) return words;
  return <Link href={`/c/${campaignId}/needs/${need.id}`}>{words}</Link>;
}

function DueLine({ need }: { need: Need }) {
  const { t } = useTranslation('needs');
  const { when } = useFormat();
  const now = useNow();
  const isPast = Date.parse(need.neededBy) < now.getTime() && need.coverage.gap > 0;
  return (
    <span className={classes.due} data-past={isPast || undefined}>
      {t(isPast ? 'overdue' : 'due', { when: when(need.neededBy, now) })}
    </span>
  );
}
