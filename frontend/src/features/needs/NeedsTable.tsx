import type { Need } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useFormat } from '../../shared/format/index.ts';
import { CoverageBar, DataTable, PriorityMark, StageGlyph, useNow } from '../../shared/ui/index.ts';
import { useCan } from '../session/index.ts';
import { useGovernorateName } from '../sites/index.ts';
import { DUE_SOON_HOURS, isDueSoon } from './coverage.ts';
import classes from './NeedsTable.module.css';

type NeedsTableProps = { campaignId: string; needs: readonly Need[] };

export function NeedsTable({ campaignId, needs }: NeedsTableProps) {
  const { t } = useTranslation('needs');
  const can = useCan();
  return (
    <DataTable isStacked caption={t('list.title')}>
      <thead>
        <tr>
          <th scope="col">{t('list.item')}</th>
          <th scope="col">{t('list.destination')}</th>
          <th scope="col" data-number>
            {t('list.gap')}
          </th>
          <th scope="col" data-number>
            {t('list.needed')}
          </th>
          <th scope="col" className={classes.bar}>
            {t('list.coverage')}
          </th>
          <th scope="col">{t('list.neededBy')}</th>
        </tr>
      </thead>
      <tbody>
        {needs.map((need) => (
          <NeedRow
            key={need.id}
            need={need}
            href={can('need:manage') ? `/c/${campaignId}/needs/${need.id}` : undefined}
          />
        ))}
      </tbody>
    </DataTable>
  );
}

function NeedRow({ need, href }: { need: Need; href: string | undefined }) {
  const { t } = useTranslation('needs');
  const { name, number, quantity, when } = useFormat();
  const governorateOf = useGovernorateName();
  const now = useNow();
  const { gap } = need.coverage;
  return (
    <tr>
      <th scope="row">
        <span className={classes.item}>
          <PriorityMark level={need.priority} />
          {href ? <Link href={href}>{name(need.item)}</Link> : name(need.item)}
        </span>
      </th>
      <td data-label={t('list.destination')}>
        {name(need.site)}
        <small>{governorateOf(need.site.governorateCode)}</small>
      </td>
      <td data-number data-label={t('list.gap')}>
        {gap > 0 ? (
          <b>{number(gap)}</b>
        ) : (
          <span className={classes.covered}>
            <StageGlyph glyph="settled" size={12} /> {t('matrix.covered')}
          </span>
        )}
      </td>
      <td data-number data-label={t('list.needed')}>
        {quantity(need.quantity, need.item.unit)}
      </td>
      <td className={classes.bar}>
        <CoverageBar coverage={need.coverage} size="card" />
      </td>
      <td data-label={t('list.neededBy')}>
        <span className={classes.due}>
          {when(need.neededBy, now)}
          {isDueSoon(need, now.getTime()) && (
            <>
              <StageGlyph glyph="delayed" size={12} />
              <span className="visually-hidden">{t('matrix.dueSoon', { hours: DUE_SOON_HOURS })}</span>
            </>
          )}
        </span>
      </td>
    </tr>
  );
}
