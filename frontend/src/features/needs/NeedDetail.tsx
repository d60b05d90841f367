import type { Need } from '@qafila/contract';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shared/format/index.ts';
import { PriorityMark } from '../../shared/ui/PriorityMark.tsx';
import { useNow } from '../../shared/ui/useNow.ts';
import classes from './NeedDetail.module.css';
import { SumLine } from './SumLine.tsx';

type NeedDetailProps = { need: Need; actions?: ReactNode };

/** The selected need: when it falls due, its sum, and what can be done about it. */
export function NeedDetail({ need, actions }: NeedDetailProps) {
  const { name } = useFormat();
  return (
    <div className={classes.detail} aria-live="polite">
      <div className={classes.what}>
        <strong>
          <PriorityMark level={need.priority} /> {name(need.site)} · {name(need.item)}
        </strong>
        <DueLine need={need} />
      </div>
      <SumLine coverage={need.coverage} />
      {actions && <div className={classes.actions}>{actions}</div>}
    </div>
  );
}

export function DueLine({ need }: { need: Need }) {
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
