import { Button } from '@mantine/core';
import type { DeliveryRow } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { z } from 'zod';
import { useFormat } from '../../shared/format/index.ts';
import { Code, StageGlyph, StageTag } from '../../shared/ui/index.ts';
import { useNow } from '../../shared/ui/useNow.ts';
import { useCan } from '../session/index.ts';
import classes from './DeliveryList.module.css';

export type Delivery = z.infer<typeof DeliveryRow>;
type DeliveryListProps = { campaignId: string; rows: readonly Delivery[] };

/** Waybills as rows; what is ready to be counted has its button in front of the eyes. */
export function DeliveryList({ campaignId, rows }: DeliveryListProps) {
  return (
    <ul className={classes.list}>
      {rows.map((row) => (
        <DeliveryEntry key={row.id} row={row} page={`/c/${campaignId}/deliveries/${row.id}`} />
      ))}
    </ul>
  );
}

function DeliveryEntry({ row, page }: { row: Delivery; page: string }) {
  const { t } = useTranslation('deliveries');
  const { name, weight } = useFormat();
  const can = useCan();
  const canOpen = can('waybill:read');
  const isReady = can('delivery:settle') && row.settledAt === null && row.arrivedAt !== null;
  return (
    <li className={classes.row}>
      <div className={classes.what}>
        {canOpen ? (
          <Link href={page} className={classes.code}>
            <Code>{row.code}</Code>
          </Link>
        ) : (
          <span className={classes.code}>
            <Code>{row.code}</Code>
          </span>
        )}
        <small>
          {t('trail.convoy')} <Code muted>{row.convoyCode}</Code> · {t('trail.vehicle')}{' '}
          <Code muted>{row.plate}</Code>
        </small>
      </div>
      <div>
        <strong>{name(row.destination)}</strong>
        <Moment row={row} />
      </div>
      <div>
        <b>{weight(row.loadedKg)}</b>{' '}
        <span className={classes.muted}>· {t('lines', { count: row.lineCount })}</span>
        <Outcome row={row} />
      </div>
      {canOpen && (
        <Button
          component={Link}
          href={page}
          variant={isReady ? 'filled' : 'default'}
          className={classes.open}
        >
          {t(isReady ? 'settle' : 'open')}
        </Button>
      )}
    </li>
  );
}

function Moment({ row }: { row: Delivery }) {
  const { t } = useTranslation('deliveries');
  const { when } = useFormat();
  const now = useNow();
  return (
    <small className={classes.moment}>
      {row.settledAt === null && <StageTag of="stop" state={row.stopStatus} framed={false} />}{' '}
      {row.settledAt && t('settledAt', { when: when(row.settledAt, now) })}
      {!row.settledAt && row.arrivedAt && t('arrived', { when: when(row.arrivedAt, now) })}
      {!(row.settledAt || row.arrivedAt) && t('planned', { when: when(row.plannedArrivalAt, now) })}
      {row.receiverName && ` · ${t('receivedBy', { name: row.receiverName })}`}
    </small>
  );
}

/** What became of a settled one: all good, or how much was not. */
function Outcome({ row }: { row: Delivery }) {
  const { t } = useTranslation('deliveries');
  const { kilograms } = useFormat();
  if (row.settledAt === null) return null;
  if (row.damagedKg + row.missingKg === 0) {
    return (
      <small className={classes.outcome}>
        <StageGlyph glyph="settled" size={12} /> {t('settled.allWhole')}
      </small>
    );
  }
  return (
    <small className={classes.outcome} data-loss>
      <StageGlyph glyph="incident" size={11} />{' '}
      {t('check.loss', { damaged: kilograms(row.damagedKg), missing: kilograms(row.missingKg) })}
    </small>
  );
}
