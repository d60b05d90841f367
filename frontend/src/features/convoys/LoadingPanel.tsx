import { Button } from '@mantine/core';
import { type ConvoyFile, type ConvoyVehicle, loadGoods, type ManifestLine } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { isolated } from '../../shared/format/bidi.ts';
import { useFormat } from '../../shared/format/index.ts';
import { Code, ErrorNotice, Panel } from '../../shared/ui/index.ts';
import { loadingOfAll, ridingOf } from './cargo.ts';
import { LoadingLine } from './LoadingLine.tsx';
import classes from './LoadingPanel.module.css';
import { useMovement } from './movement.ts';

/** Counting goods onto the vehicles, line by line, until what rides is what the manifest says. */
export function LoadingPanel({ file }: { file: ConvoyFile }) {
  const { t } = useTranslation('convoys');
  const { weight } = useFormat();
  const { convoy, lines } = file;
  const load = useMovement(convoy, loadGoods);
  const waiting = loadingOfAll(lines);
  return (
    <Panel
      flush
      title={t('loading.title')}
      note={t('loading.note', { loaded: weight(convoy.loadedKg), total: weight(convoy.cargoKg) })}
      aside={
        waiting.length > 0 && (
          <Button size="sm" loading={load.isPending} onClick={() => load.move(waiting)}>
            {t('loading.all')}
          </Button>
        )
      }
    >
      {load.error && <ErrorNotice error={load.error} />}
      {convoy.vehicles.map((vehicle) => (
        <VehicleLoading
          key={vehicle.id}
          file={file}
          vehicle={vehicle}
          lines={lines.filter((line) => line.convoyVehicleId === vehicle.id && ridingOf(line) > 0)}
        />
      ))}
    </Panel>
  );
}

type VehicleLoadingProps = { file: ConvoyFile; vehicle: ConvoyVehicle; lines: readonly ManifestLine[] };

function VehicleLoading({ file, vehicle, lines }: VehicleLoadingProps) {
  const { t } = useTranslation('convoys');
  const load = useMovement(file.convoy, loadGoods);
  const waiting = loadingOfAll(lines);
  if (lines.length === 0) return null;
  return (
    <section>
      <h3 className={classes.head}>
        <Code>{vehicle.plate}</Code>
        <span className={classes.driver}>{vehicle.driverName}</span>
        {waiting.length > 0 && (
          <Button
            size="compact-sm"
            variant="light"
            loading={load.isPending}
            onClick={() => load.move(waiting)}
          >
            {t('loading.allOf', { plate: isolated(vehicle.plate) })}
          </Button>
        )}
      </h3>
      {load.error && <ErrorNotice error={load.error} />}
      <ul className={classes.lines}>
        {lines.map((line) => (
          <LoadingLine key={line.id} file={file} line={line} />
        ))}
      </ul>
    </section>
  );
}
