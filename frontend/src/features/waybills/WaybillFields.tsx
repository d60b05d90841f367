import type { Waybill } from '@qafila/contract';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shared/format/index.ts';
import { Code } from '../../shared/ui/index.ts';
import { useGovernorateName } from '../sites/index.ts';
import classes from './WaybillPaper.module.css';

/** Who sends what to whom, with whom and when. */
export function WaybillFields({ waybill }: { waybill: Waybill }) {
  const { t } = useTranslation('waybills');
  const { name, fullDateTime } = useFormat();
  const governorateOf = useGovernorateName();
  const { vehicle, convoy } = waybill;
  const place = (site: Waybill['origin']) => `${name(site)} — ${governorateOf(site.governorateCode)}`;
  return (
    <dl className={classes.fields}>
      <Field label={t('field.from')} isWide>
        {place(waybill.origin)}
      </Field>
      <Field label={t('field.to')} isWide>
        <b>{place(waybill.destination)}</b>
      </Field>
      <Field label={t('field.consignee')} isWide>
        {waybill.consigneeName || t('none')} {waybill.consigneePhone && <Code>{waybill.consigneePhone}</Code>}
      </Field>
      <Field label={t('field.transporter')} isWide>
        {vehicle.transporter || t('none')}
      </Field>
      <Field label={t('field.driver')}>{vehicle.driverName || t('none')}</Field>
      <Field label={t('field.licence')}>
        <Code>{vehicle.driverLicence || t('none')}</Code>
      </Field>
      <Field label={t('field.plate')}>
        <Code>{vehicle.plate}</Code>
      </Field>
      <Field label={t('field.trailer')}>
        <Code>{vehicle.trailerPlate || t('none')}</Code>
      </Field>
      <Field label={t('field.loading')}>
        {convoy.loadingAt ? fullDateTime(convoy.loadingAt) : t('none')}
      </Field>
      <Field label={t(convoy.departedAt ? 'field.dispatch' : 'field.plannedDispatch')}>
        {fullDateTime(convoy.departedAt ?? convoy.plannedDepartureAt)}
      </Field>
      <Field label={t('field.seals')}>
        <Code>{vehicle.seals || t('none')}</Code>
      </Field>
      <Field label={t('field.dispatcher')}>{waybill.dispatcherName || t('none')}</Field>
    </dl>
  );
}

function Field({
  label,
  children,
  isWide = false,
}: {
  label: string;
  children: ReactNode;
  isWide?: boolean;
}) {
  return (
    <div className={classes.field} data-wide={isWide || undefined}>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
