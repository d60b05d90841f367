import type { Need, Site } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shared/format/index.ts';
import { CoverageBar, Panel } from '../../shared/ui/index.ts';
import { byUrgency } from './coverage.ts';
import classes from './PlaceContext.module.css';

type PlaceContextProps = { site: Pick<Site, 'id' | 'nameAr' | 'nameEn'> | undefined; needs: readonly Need[] };

/** Beside the form: what this destination already asked for, so that nothing is asked twice. */
export function PlaceContext({ site, needs }: PlaceContextProps) {
  const { t } = useTranslation('needs');
  const { name, number } = useFormat();
  if (!site) {
    return (
      <Panel flush>
        <p className={classes.hint}>{t('context.choose')}</p>
      </Panel>
    );
  }
  const ofSite = needs.filter((need) => need.site.id === site.id).sort(byUrgency);
  return (
    <Panel
      flush
      title={t('context.title', { site: name(site) })}
      note={t('matrix.items', { count: ofSite.length })}
    >
      {ofSite.length === 0 && <p className={classes.hint}>{t('context.empty')}</p>}
      <ul className={classes.list}>
        {ofSite.map(({ id, item, coverage }) => (
          <li key={id}>
            <span>{name(item)}</span>
            <span className={classes.amount}>
              {coverage.gap > 0
                ? t('missing', { gap: number(coverage.gap), needed: number(coverage.needed) })
                : t('covered', { needed: number(coverage.needed) })}
            </span>
            <div className={classes.bar}>
              <CoverageBar coverage={coverage} />
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
