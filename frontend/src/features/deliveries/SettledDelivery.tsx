import type { Waybill, WaybillLine } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shared/format/index.ts';
import { Code, DataTable, Notice, Panel, SignatureImage } from '../../shared/ui/index.ts';
import { LineName } from './LineName.tsx';
import { PhotoStrip } from './PhotoStrip.tsx';
import classes from './SettledDelivery.module.css';
import { kgOf } from './sums.ts';

type Delivery = NonNullable<Waybill['delivery']>;

/** The signed paper: what came, what did not and why, and who put their name to it. */
export function SettledDelivery({ waybill, delivery }: { waybill: Waybill; delivery: Delivery }) {
  const { t } = useTranslation('deliveries');
  const { kilograms } = useFormat();
  const loaded = kgOf(waybill.lines, 'units');
  const lost = kgOf(waybill.lines, 'damaged') + kgOf(waybill.lines, 'missing');
  return (
    <>
      <Notice
        kind={lost > 0 ? 'warning' : 'done'}
        title={
          lost > 0
            ? t('settled.lossKg', { kg: kilograms(lost), loaded: kilograms(loaded) })
            : t('settled.allWhole')
        }
      />
      <div className={classes.columns}>
        <Panel flush title={t('settled.lines')} note={t('lines', { count: waybill.lines.length })}>
          <CountedTable lines={waybill.lines} />
        </Panel>
        <div className={classes.side}>
          <Panel title={t('settled.code')} note={<Code muted>{delivery.code}</Code>}>
            <Particulars delivery={delivery} />
          </Panel>
          {waybill.photos.length > 0 && (
            <Panel title={t('photos.title')}>
              <PhotoStrip photos={waybill.photos} />
            </Panel>
          )}
        </div>
      </div>
    </>
  );
}

function CountedTable({ lines }: { lines: readonly WaybillLine[] }) {
  const { t } = useTranslation('deliveries');
  const { number, unit, kilograms } = useFormat();
  const parts = ['good', 'damaged', 'missing'] as const;
  return (
    <DataTable caption={t('settled.lines')}>
      <thead>
        <tr>
          <th scope="col">{t('count.item')}</th>
          {(['loaded', ...parts] as const).map((part) => (
            <th key={part} scope="col" data-number>
              {t(`count.${part}`)}
            </th>
          ))}
          <th scope="col">{t('count.reason')}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.lineId}>
            <th scope="row">
              <LineName line={line} />
            </th>
            <td data-number>
              {number(line.units)} <small>{unit(line.item.unit)}</small>
            </td>
            {parts.map((part) => (
              <td
                key={part}
                data-number
                className={part === 'good' ? undefined : classes.loss}
                data-none={!line[part] || undefined}
              >
                {number(line[part] ?? 0)}
              </td>
            ))}
            <td>
              {line.reason ? t(`discrepancyReason.${line.reason}`) : '–'}
              {line.reasonNote && <small>{line.reasonNote}</small>}
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t('settled.sum')}</th>
          {(['units', ...parts] as const).map((part) => (
            <td key={part} data-number>
              {kilograms(kgOf(lines, part))}
            </td>
          ))}
          <td />
        </tr>
      </tfoot>
    </DataTable>
  );
}

function Particulars({ delivery }: { delivery: Delivery }) {
  const { t } = useTranslation('deliveries');
  const { fullDateTime } = useFormat();
  const rows = [
    ['receiver', delivery.receiverName],
    ['role', delivery.receiverRole],
    ['arrivedAt', fullDateTime(delivery.arrivedAt)],
    ['unloadingStartedAt', fullDateTime(delivery.unloadingStartedAt)],
    ['signedAt', fullDateTime(delivery.signedAt)],
    ['settledBy', delivery.settledByName],
    ['remarks', delivery.remarks],
  ] as const;
  return (
    <>
      <dl className={classes.particulars}>
        {rows
          .filter(([, value]) => value !== '')
          .map(([key, value]) => (
            <div key={key}>
              <dt>{t(`settled.${key}`)}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      <SignatureImage
        strokes={delivery.signature}
        label={t('settled.signatureOf', { name: delivery.receiverName })}
      />
    </>
  );
}
