import { useTranslation } from 'react-i18next';
import { CapacityGauge, Panel } from '../../shared/ui/index.ts';
import { ridingOf } from '../convoys/index.ts';
import classes from './ConvoyTotals.module.css';
import { cubicMetresOf, loadOf, tonnesOf, totalOf } from './capacity.ts';
import type { Builder } from './use-builder.ts';
import type { Fill } from './use-fill.ts';

const FILLS = ['used', 'proposed', 'limit', 'refused'] as const;

/** The convoy as one load: what is set, what is proposed, what room is left; and what each fill means. */
export function ConvoyTotals({ builder, fill }: { builder: Builder; fill: Fill }) {
  const { t } = useTranslation('builder');
  const { convoy, lines } = builder.file;
  const total = totalOf(convoy.vehicles);
  const proposed = loadOf(fill.lines);
  const riding = lines.filter((line) => ridingOf(line) > 0).length;
  return (
    <Panel
      title={t('totals.title')}
      note={`${t('totals.vehicles', { count: convoy.vehicles.length })} · ${t('totals.lines', { count: riding })}`}
    >
      {convoy.vehicles.length > 0 && (
        <div className={classes.gauges}>
          <CapacityGauge
            label={t('vehicle.weight')}
            unit={t('measure.tonne')}
            used={tonnesOf(total.plannedWeightG)}
            proposed={tonnesOf(proposed.weightG)}
            max={tonnesOf(total.maxWeightG)}
          />
          <CapacityGauge
            label={t('vehicle.volume')}
            unit={t('measure.cubicMetre')}
            used={cubicMetresOf(total.plannedVolumeMl)}
            proposed={cubicMetresOf(proposed.volumeMl)}
            max={cubicMetresOf(total.maxVolumeMl)}
          />
        </div>
      )}
      <ul className={classes.legend}>
        {FILLS.map((key) => (
          <li key={key}>
            <span data-fill={key} aria-hidden="true" /> {t(`totals.${key}`)}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
