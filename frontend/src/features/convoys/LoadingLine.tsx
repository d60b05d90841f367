import { Button } from '@mantine/core';
import { type ConvoyFile, loadGoods, type ManifestLine, unloadGoods } from '@qafila/contract';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isolated } from '../../shared/format/bidi.ts';
import { useFormat } from '../../shared/format/index.ts';
import {
  Code,
  ConfirmDialog,
  ErrorNotice,
  notifyDone,
  QuantityInput,
  type QuantityValue,
  StageGlyph,
} from '../../shared/ui/index.ts';
import { ridingOf, waitingOf } from './cargo.ts';
import classes from './LoadingPanel.module.css';
import { useMovement } from './movement.ts';

type LoadingLineProps = { file: ConvoyFile; line: ManifestLine };

export function LoadingLine({ file, line }: LoadingLineProps) {
  const { t } = useTranslation('convoys');
  const { name, number, unit } = useFormat();
  const stop = file.convoy.stops.find((it) => it.id === line.stopId);
  const total = ridingOf(line);
  const isWhole = waitingOf(line) === 0;
  return (
    <li className={classes.line}>
      <div className={classes.what}>
        <strong>{name(line.item)}</strong>
        <small>
          <Code muted>{line.lotCode}</Code> · {name(line.association)}
          {stop && ` · ${t('loading.toStop', { site: name(stop.site) })}`}
        </small>
      </div>
      <div className={classes.state}>
        <span>
          {isWhole && <StageGlyph glyph="settled" size={12} />}{' '}
          {t('loading.of', { loaded: line.loadedQuantity, total: number(total) })} {unit(line.item.unit)}
        </span>
        <progress value={line.loadedQuantity} max={total} aria-label={name(line.item)} />
      </div>
      <LineActions file={file} line={line} />
    </li>
  );
}

function LineActions({ file, line }: LoadingLineProps) {
  const { t } = useTranslation('convoys');
  const { name } = useFormat();
  const [isUnloading, setUnloading] = useState(false);
  const waiting = waitingOf(line);
  const [quantity, setQuantity] = useState<QuantityValue | undefined>(undefined);
  const load = useMovement(file.convoy, loadGoods);
  const chosen = quantity ?? waiting;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (typeof chosen !== 'number' || chosen < 1) return;
    load.moveAsync([{ lineId: line.id, quantity: chosen }]).then(
      () => {
        setQuantity(undefined);
        notifyDone(t('loading.loaded'));
      },
      () => undefined,
    );
  };
  return (
    <>
      <form className={classes.actions} onSubmit={submit}>
        {waiting > 0 && (
          <>
            <QuantityInput
              value={chosen}
              onChange={setQuantity}
              aria-label={t('loading.quantity', { item: name(line.item), lot: isolated(line.lotCode) })}
              error={typeof chosen === 'string' || chosen < 1}
              className={classes.quantity}
            />
            <Button type="submit" variant="light" loading={load.isPending}>
              {t('loading.line')}
            </Button>
          </>
        )}
        {line.loadedQuantity > 0 && (
          <Button variant="subtle" color="gray" onClick={() => setUnloading(true)}>
            {t('loading.unload')}
          </Button>
        )}
      </form>
      {load.error && <ErrorNotice error={load.error} />}
      <UnloadDialog file={file} line={line} opened={isUnloading} onClose={() => setUnloading(false)} />
    </>
  );
}

type UnloadDialogProps = LoadingLineProps & { opened: boolean; onClose: () => void };

function UnloadDialog({ file, line, opened, onClose }: UnloadDialogProps) {
  const { t } = useTranslation('convoys');
  const { name, unit } = useFormat();
  const [quantity, setQuantity] = useState<QuantityValue | undefined>(undefined);
  const unload = useMovement(file.convoy, unloadGoods);
  const chosen = quantity ?? line.loadedQuantity;
  return (
    <ConfirmDialog
      opened={opened}
      onClose={onClose}
      title={t('loading.unloadTitle', { item: name(line.item) })}
      confirmLabel={t('loading.unload')}
      onConfirm={async () => {
        // What is no number goes as the server's to refuse: nothing is unloaded by guess.
        await unload.moveAsync([{ lineId: line.id, quantity: typeof chosen === 'number' ? chosen : 0 }]);
        setQuantity(undefined);
        notifyDone(t('loading.unloaded'));
      }}
    >
      <p>{t('loading.unloadText')}</p>
      <QuantityInput
        label={t('loading.unloadQuantity')}
        value={chosen}
        onChange={setQuantity}
        unit={unit(line.item.unit)}
      />
    </ConfirmDialog>
  );
}
