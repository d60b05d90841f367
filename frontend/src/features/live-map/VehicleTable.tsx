import { UnstyledButton } from '@mantine/core';
import { DEFAULT_ALERT_RULES } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { isolated } from '../../shared/format/bidi.ts';
import { useFormat } from '../../shared/format/index.ts';
import { Code, DataTable, SignalMark } from '../../shared/ui/index.ts';
import { type ConvoyView, isFollowed, type VehicleView } from './convoy-view.ts';
import { Section, SectionNone } from './Section.tsx';
import classes from './VehicleTable.module.css';

type VehicleTableProps = { view: ConvoyView; now: Date; onShow: (vehicleId: string) => void };

/** Each vehicle's signal with its age, its speed and its tracker's battery; who drives it, while it is not followed. */
export function VehicleTable({ view, now, onShow }: VehicleTableProps) {
  const { t } = useTranslation('live-map');
  const { vehicles } = view;
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
              {isFollowed(view) ? <SignalHeads /> : <th scope="col">{t('drawer.driver')}</th>}
            </tr>
          </thead>
          <tbody>
            {vehicles.map((each) => (
              <tr key={each.vehicle.id}>
                <th scope="row">
                  <Ordinal of={each} onShow={isFollowed(view) ? onShow : null} />
                  <Behind metres={each.behindM} />
                </th>
                <td>
                  <Code muted>{each.vehicle.plate}</Code>
                </td>
                {isFollowed(view) ? (
                  <SignalCells of={each} now={now} />
                ) : (
                  <td>{each.vehicle.driverName || '–'}</td>
                )}
              </tr>
            ))}
          </tbody>
        </DataTable>
      )}
    </Section>
  );
}

/** The vehicle's place in the convoy; where it has been seen, a way to it on the map. */
function Ordinal({
  of: { vehicle, fix },
  onShow,
}: {
  of: VehicleView;
  onShow: VehicleTableProps['onShow'] | null;
}) {
  const { t } = useTranslation('live-map');
  const { number } = useFormat();
  const ordinal = number(vehicle.ordinal);
  if (!fix || !onShow) return ordinal;
  return (
    <UnstyledButton
      className={classes.show}
      aria-label={t('drawer.showVehicle', { number: isolated(ordinal) })}
      onClick={() => onShow(vehicle.id)}
    >
      {ordinal}
    </UnstyledButton>
  );
}

const STRAGGLING_M = DEFAULT_ALERT_RULES.stragglerKm * 1_000;

/** Who has fallen behind the others. */
function Behind({ metres }: { metres: number }) {
  const { t } = useTranslation('live-map');
  const { distance } = useFormat();
  if (metres < STRAGGLING_M) return null;
  return <small className={classes.behind}>{t('drawer.behind', { distance: distance(metres) })}</small>;
}

function SignalHeads() {
  const { t } = useTranslation('live-map');
  return (
    <>
      <th scope="col">{t('drawer.signal')}</th>
      <th scope="col" data-number>
        {t('drawer.speed')}
      </th>
      <th scope="col" data-number>
        {t('drawer.battery')}
      </th>
    </>
  );
}

function SignalCells({ of: { fix, signal, seenAt }, now }: { of: VehicleView; now: Date }) {
  const { percent, relative, speed } = useFormat();
  const [, , , , speedMps = null, , batteryPct = null] = fix ?? [];
  return (
    <>
      <td>
        <span className={classes.signal}>
          <SignalMark signal={signal} />
          {seenAt && <span className={classes.age}>{relative(seenAt, now)}</span>}
        </span>
      </td>
      {/* An old speed is no speed. */}
      <td data-number>{signal === 'live' && speedMps !== null ? speed(speedMps) : '–'}</td>
      <td data-number>{batteryPct === null ? '–' : percent(batteryPct / 100)}</td>
    </>
  );
}
