import type { Convoy, FixTuple } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shared/format/index.ts';
import { useNow } from '../../shared/ui/index.ts';
import classes from './ConvoyWay.module.css';
import { wayProgress } from './progress.ts';

/** Origin → stops, in the order of travel; the arrow points along the text. */
export function ConvoyRoute({ convoy }: { convoy: Pick<Convoy, 'origin' | 'stops'> }) {
  const { name } = useFormat();
  return (
    <span className={classes.route}>
      {[convoy.origin, ...convoy.stops.map((stop) => stop.site)].map((site, index) => (
        <span key={site.id}>
          {index > 0 && (
            <span className={classes.arrow} aria-hidden="true">
              {' → '}
            </span>
          )}
          {name(site)}
        </span>
      ))}
    </span>
  );
}

type WayLineProps = { convoy: Convoy; fixes: readonly FixTuple[] };

/** The whole way as a line: solid as far as the convoy has come, a mark for each stop where it lies. */
export function WayLine({ convoy, fixes }: WayLineProps) {
  const { t } = useTranslation('convoys');
  const { percent } = useFormat();
  const { stops, reached } = wayProgress(convoy, fixes, useNow());
  return (
    <div className={classes.line} role="img" aria-label={t('wayProgress', { share: percent(reached) })}>
      <span className={classes.done} style={{ inlineSize: `${reached * 100}%` }} />
      <span className={classes.mark} data-status="settled" style={{ insetInlineStart: 0 }} />
      {stops.map((stop) => (
        <span
          key={stop.id}
          className={classes.mark}
          data-status={stop.status}
          style={{ insetInlineStart: `${stop.share * 100}%` }}
        />
      ))}
    </div>
  );
}
