import { UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { isolated } from '../../shared/format/bidi.ts';
import { useFormat } from '../../shared/format/index.ts';
import { Code, DataTable, SignalMark } from '../../shared/ui/index.ts';
import type { ConvoyView, VehicleView } from './convoy-view.ts';
import { Section, SectionNone } from './Section.tsx';
import classes from './VehicleTable.module.css';

type VehicleTableProps = { view: ConvoyView; now: Date; onShow: (vehicleId: string) => void };

/** Each vehicle's signal with its age, how fast it drives and what its tracker's battery holds. */
export function VehicleTable({ view: { vehicles }, now, onShow }: VehicleTableProps) {
  const { t } = useTranslation('live-map');
  return (
    <Section title={t('drawer.vehicles')}>
      {vehicles.length === 0 ? (
        <SectionNone>{t('drawer.noVehicles')}</SectionNone>
      ) : (
        <DataTable caption={t('drawer.vehicles')} isDense>
          <thead>
            <tr>
              <th scope="col">{t('drawer.vehicle')}</th>
              <th scope="col">{t('drawer.plate')}</th>
              <th scope="col">{t('drawer.signal')}</th>
              <th scope="col" data-number>
                {t('drawer.speed')}
              </th>
              <th scope="col" data-number>
                {t('drawer.battery')}
              </th>
            </tr>
          </thead>
          <tbody>
            {vehicles.map((each) => (
              <VehicleRow key={each.vehicle.id} of={each} now={now} onShow={onShow} />
            ))}
          </tbody>
        </DataTable>
      )}
    </Section>
  );
}

type VehicleRowProps = { of: VehicleView; now: Date; onShow: (vehicleId: string) => void };

function VehicleRow({ of: { vehicle, fix, signal, seenAt }, now, onShow }: VehicleRowProps) {
  const { t } = useTranslation('live-map');
  const { number, percent, relative, speed } = useFormat();
  const [, , , , speedMps = null, , batteryPct = null] = fix ?? [];
  const ordinal = number(vehicle.ordinal);
  return (
    <tr>
      <th scope="row">
        {fix ? (
          <UnstyledButton
            className={classes.show}
            aria-label={t('drawer.showVehicle', { number: isolated(ordinal) })}
            onClick={() => onShow(vehicle.id)}
          >
            {ordinal}
          </UnstyledButton>
        ) : (
          ordinal
        )}
      </th>
      <td>
        <Code muted>{vehicle.plate}</Code>
      </td>
      <td>
        <span className={classes.signal}>
          <SignalMark signal={signal} />
          {seenAt && <span className={classes.age}>{relative(seenAt, now)}</span>}
        </span>
      </td>
      {/* An old speed is no speed. */}
      <td data-number>{signal === 'live' && speedMps !== null ? speed(speedMps) : '–'}</td>
      <td data-number>{batteryPct === null ? '–' : percent(batteryPct / 100)}</td>
    </tr>
  );
}
