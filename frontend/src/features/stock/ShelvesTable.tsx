import { Button } from '@mantine/core';
import type { StockLine } from '@qafila/contract';
import { Fragment, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { isolated } from '../../shared/format/bidi.ts';
import { useFormat } from '../../shared/format/index.ts';
import { Code, DataTable, useCampaignId } from '../../shared/ui/index.ts';
import { useCan } from '../session/index.ts';
import { CorrectStockDialog } from './CorrectStockDialog.tsx';
import { ExpiryTag } from './ExpiryTag.tsx';
import classes from './ShelvesTable.module.css';
import type { Shelf, SiteStock } from './shelves.ts';

/** One heading row an item, with its sums; one row a lot below it. */
export function ShelvesTable({ stock }: { stock: SiteStock }) {
  const { t } = useTranslation('stock');
  const { name } = useFormat();
  const canCorrect = useCan()('receipt:record');
  return (
    <DataTable isStacked caption={name(stock.site)}>
      <thead>
        <tr>
          <th scope="col">{t('item')}</th>
          <th scope="col">{t('from')}</th>
          <th scope="col">{t('received')}</th>
          <th scope="col">{t('expires')}</th>
          <th scope="col" data-number>
            {t('onHand')}
          </th>
          <th scope="col" data-number>
            {t('allotted')}
          </th>
          <th scope="col" data-number>
            {t('free')}
          </th>
          {canCorrect && (
            <th scope="col">
              <span className="visually-hidden">{t('correct.column')}</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {stock.shelves.map((shelf) => (
          <Fragment key={shelf.item.id}>
            <ShelfRow shelf={shelf} hasActions={canCorrect} />
            {shelf.lots.map((lot) => (
              <LotRow key={lot.accountId} lot={lot} hasActions={canCorrect} />
            ))}
          </Fragment>
        ))}
      </tbody>
    </DataTable>
  );
}

function ShelfRow({ shelf, hasActions }: { shelf: Shelf; hasActions: boolean }) {
  const { t } = useTranslation('stock');
  const { name, number, quantity } = useFormat();
  return (
    <tr className={classes.shelf}>
      <th scope="rowgroup" colSpan={4}>
        {name(shelf.item)} <span className={classes.count}>{t('lots', { count: shelf.lots.length })}</span>
      </th>
      <td data-number data-label={t('onHand')}>
        {quantity(shelf.onHand, shelf.item.unit)}
      </td>
      <td data-number data-label={t('allotted')}>
        {number(shelf.allotted)}
      </td>
      <td data-number data-label={t('free')}>
        {number(shelf.free)}
      </td>
      {hasActions && <td data-corner />}
    </tr>
  );
}

function LotRow({ lot, hasActions }: { lot: StockLine; hasActions: boolean }) {
  const { t } = useTranslation('stock');
  const { name, number, date } = useFormat();
  const campaignId = useCampaignId();
  return (
    <tr>
      <td className={classes.lot}>
        <Link href={`/c/${campaignId}/pledges/${lot.pledgeId}`}>
          <Code>{lot.lotCode}</Code>
        </Link>
      </td>
      <td data-label={t('from')}>{name(lot.association)}</td>
      <td data-label={t('received')}>{date(lot.receivedAt)}</td>
      <td data-label={t('expires')}>
        <ExpiryTag expiresOn={lot.expiresOn} />
      </td>
      <td data-number data-label={t('onHand')}>
        {number(lot.onHand)}
      </td>
      <td data-number data-label={t('allotted')}>
        {number(lot.allotted)}
      </td>
      <td data-number data-label={t('free')}>
        <b>{number(lot.free)}</b>
      </td>
      {hasActions && (
        <td data-corner className={classes.actions}>
          {campaignId && <Correct campaignId={campaignId} lot={lot} />}
        </td>
      )}
    </tr>
  );
}

function Correct({ campaignId, lot }: { campaignId: string; lot: StockLine }) {
  const { t } = useTranslation('stock');
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button
        size="xs"
        variant="default"
        aria-label={t('correct.actionOf', { lot: isolated(lot.lotCode) })}
        onClick={() => setOpen(true)}
      >
        {t('correct.action')}
      </Button>
      {isOpen && <CorrectStockDialog campaignId={campaignId} line={lot} onClose={() => setOpen(false)} />}
    </>
  );
}
