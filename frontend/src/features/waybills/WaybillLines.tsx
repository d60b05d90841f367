import type { Waybill, WaybillLine } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { isolated } from '../../shared/format/bidi.ts';
import { useFormat } from '../../shared/format/index.ts';
import { Code } from '../../shared/ui/index.ts';
import { grossKg, packagesOf } from './paper.ts';
import classes from './WaybillPaper.module.css';

const COUNTED = ['good', 'damaged', 'missing'] as const;

/** What rides, with the columns that the receiver fills in by hand; filled in once it is settled. */
export function WaybillLines({ waybill }: { waybill: Waybill }) {
  const { t } = useTranslation('waybills');
  const { number } = useFormat();
  const total = waybill.lines.reduce((sum, line) => sum + grossKg(line), 0);
  return (
    <table className={classes.table}>
      <LinesHead waybill={waybill} />
      <tbody>
        {waybill.lines.map((line, index) => (
          <LineRow key={line.lineId} line={line} ordinal={index + 1} isSettled={waybill.delivery !== null} />
        ))}
        <tr className={classes.total}>
          <td colSpan={6}>{t('table.total', { count: waybill.lines.length })}</td>
          <td className={classes.number}>{number(total)}</td>
          <td colSpan={4} className={classes.rule}>
            {t('table.rule')}
          </td>
        </tr>
      </tbody>
    </table>
  );
}

function LinesHead({ waybill }: { waybill: Waybill }) {
  const { t } = useTranslation('waybills');
  const { name } = useFormat();
  const columns = ['number', 'item', 'packaging', 'packages', 'units', 'unitWeight', 'totalWeight'] as const;
  return (
    <thead>
      <tr className={classes.repeat}>
        <th colSpan={11}>
          {t('table.repeat', {
            code: isolated(waybill.code),
            plate: isolated(waybill.vehicle.plate),
            site: name(waybill.destination),
          })}
        </th>
      </tr>
      <tr>
        {columns.map((column) => (
          <th key={column} rowSpan={2} scope="col">
            {t(`table.${column}`)}
          </th>
        ))}
        <th colSpan={4} scope="colgroup" className={classes.receipt}>
          {t(waybill.delivery ? 'table.counted' : 'table.receipt')}
        </th>
      </tr>
      <tr>
        {COUNTED.map((part) => (
          <th key={part} scope="col" className={classes.receipt}>
            {t(`table.${part}`)}
          </th>
        ))}
        <th scope="col" className={classes.reason}>
          {t('table.reason')}
        </th>
      </tr>
    </thead>
  );
}

function LineRow({ line, ordinal, isSettled }: { line: WaybillLine; ordinal: number; isSettled: boolean }) {
  const { t } = useTranslation('waybills');
  const { name, number } = useFormat();
  const packaging = t(`packaging.${line.packaging}`);
  return (
    <tr>
      <td className={classes.number}>{number(ordinal)}</td>
      <td className={classes.item}>
        {name(line.item)}
        <small>
          <Code muted>{line.lotCode}</Code> · {name(line.association)}
        </small>
      </td>
      <td>
        {line.unitsPerPack > 1 ? t('table.packed', { packaging, units: line.unitsPerPack }) : packaging}
      </td>
      <td className={classes.number}>{number(packagesOf(line))}</td>
      <td className={classes.number}>
        <b>{number(line.units)}</b>
      </td>
      <td className={classes.number}>{number(line.item.unitWeightG / 1000)}</td>
      <td className={classes.number}>{number(grossKg(line))}</td>
      {COUNTED.map((part) => (
        <td key={part} className={classes.number}>
          {isSettled && number(line[part] ?? 0)}
        </td>
      ))}
      <td>
        {isSettled && line.reason && t(`discrepancyReason.${line.reason}`)}
        {isSettled && line.reasonNote && ` — ${line.reasonNote}`}
      </td>
    </tr>
  );
}
