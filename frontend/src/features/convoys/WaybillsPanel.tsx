import type { ConvoyFile, WaybillRef } from '@qafila/contract';
import { IconPrinter } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { isolated } from '../../shared/format/bidi.ts';
import { useFormat } from '../../shared/format/index.ts';
import { Code, Panel } from '../../shared/ui/index.ts';
import { useCan } from '../session/index.ts';
import classes from './WaybillsPanel.module.css';

/** The papers of the convoy: to print before it leaves, to settle where it arrives. */
export function WaybillsPanel({ file }: { file: ConvoyFile }) {
  const { t } = useTranslation('convoys');
  const canRead = useCan()('waybill:read');
  if (!canRead) return null;
  return (
    <Panel flush title={t('waybill.title')} note={t('waybill.note')}>
      {file.waybills.length === 0 && <p className={classes.none}>{t('waybill.none')}</p>}
      <ul className={classes.list}>
        {file.waybills.map((waybill) => (
          <WaybillEntry key={waybill.id} file={file} waybill={waybill} />
        ))}
      </ul>
    </Panel>
  );
}

function WaybillEntry({ file: { convoy }, waybill }: { file: ConvoyFile; waybill: WaybillRef }) {
  const { t } = useTranslation('convoys');
  const { name, when } = useFormat();
  const vehicle = convoy.vehicles.find((it) => it.id === waybill.convoyVehicleId);
  const stop = convoy.stops.find((it) => it.id === waybill.stopId);
  const state = () => {
    if (waybill.settledAt) return t('waybill.settled', { when: when(waybill.settledAt) });
    return t(convoy.departedAt ? 'waybill.open' : 'waybill.before');
  };
  return (
    <li>
      <div>
        {convoy.departedAt ? (
          <Link href={`/c/${convoy.campaignId}/deliveries/${waybill.id}`}>
            <Code>{waybill.code}</Code>
          </Link>
        ) : (
          <Code>{waybill.code}</Code>
        )}
        <small>
          {vehicle && <Code muted>{vehicle.plate}</Code>}
          {stop && ` · ${name(stop.site)}`} · {state()}
        </small>
      </div>
      <a
        href={`/waybills/${waybill.id}/print`}
        target="_blank"
        rel="noreferrer"
        className={classes.print}
        aria-label={`${t('waybill.print', { code: isolated(waybill.code) })} (${t('page.opensNewWindow')})`}
      >
        <IconPrinter size={18} aria-hidden="true" />
      </a>
    </li>
  );
}
