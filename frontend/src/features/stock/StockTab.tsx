import { Button } from '@mantine/core';
import { listStock } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useApiQuery } from '../../shared/api/index.ts';
import { useFormat } from '../../shared/format/index.ts';
import { EmptyNote, Panel, QueryView } from '../../shared/ui/index.ts';
import { useCan, useUser } from '../session/index.ts';
import { ShelvesTable } from './ShelvesTable.tsx';
import classes from './StockTab.module.css';
import { type SiteStock, shelvesOf } from './shelves.ts';

/** What each warehouse holds, by item and lot. */
export function StockTab({ campaignId }: { campaignId: string }) {
  const { t } = useTranslation('stock');
  const can = useCan();
  const query = useApiQuery(listStock, { params: { campaignId } });
  return (
    <QueryView query={query}>
      {(lines) => (
        <div className={classes.sites}>
          {can('receipt:record') && (
            <div className={classes.bar}>
              <span>{t('note')}</span>
              <Button component={Link} href={`/c/${campaignId}/pledges?status=awaited`}>
                {t('receive')}
              </Button>
            </div>
          )}
          {lines.length === 0 && <NoStock />}
          {shelvesOf(lines).map((stock) => (
            <SitePanel key={stock.site.id} stock={stock} />
          ))}
        </div>
      )}
    </QueryView>
  );
}

function SitePanel({ stock }: { stock: SiteStock }) {
  const { t } = useTranslation('stock');
  const { name, weight } = useFormat();
  return (
    <Panel flush title={name(stock.site)} note={t('weight', { weight: weight(stock.weightKg) })}>
      <ShelvesTable stock={stock} />
    </Panel>
  );
}

function NoStock() {
  const { t } = useTranslation('stock');
  const isOwn = useUser().role === 'association';
  return (
    <Panel>
      <EmptyNote title={t('empty')}>{t(isOwn ? 'emptyTextAssociation' : 'emptyText')}</EmptyNote>
    </Panel>
  );
}
