import { ActionIcon } from '@mantine/core';
import type { ItemRef, ManifestLine, NamedRef } from '@qafila/contract';
import { IconX } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isolated } from '../../shared/format/bidi.ts';
import { useFormat } from '../../shared/format/index.ts';
import { Code, QuantityInput, type QuantityValue } from '../../shared/ui/index.ts';
import { ridingOf } from '../convoys/index.ts';
import type { Builder } from './use-builder.ts';
import type { Fill, ProposedLine } from './use-fill.ts';
import classes from './VehicleCard.module.css';

/** A line of the manifest: its quantity opens for editing, and it can be taken off until something of it is loaded. */
export function CargoLine({ builder, line }: { builder: Builder; line: ManifestLine }) {
  const { t } = useTranslation('builder');
  const { name, number } = useFormat();
  const [isEditing, setEditing] = useState(false);
  const what = { item: name(line.item), lot: isolated(line.lotCode) };
  const isLoaded = line.loadedQuantity > 0;
  return (
    <li className={classes.line}>
      {isEditing ? (
        <QuantityForm builder={builder} line={line} onDone={() => setEditing(false)} />
      ) : (
        <button
          type="button"
          className={classes.quantity}
          aria-label={t('line.change', { ...what, quantity: number(ridingOf(line)) })}
          onClick={() => setEditing(true)}
        >
          {number(ridingOf(line))}
        </button>
      )}
      <ItemName {...line} />
      <ActionIcon
        size={32}
        disabled={isLoaded}
        aria-label={t('line.remove', what)}
        title={isLoaded ? t('line.loadedKeeps', { loaded: line.loadedQuantity }) : undefined}
        onClick={() => void builder.remove(line)}
      >
        <IconX size={14} />
      </ActionIcon>
    </li>
  );
}

type QuantityFormProps = { builder: Builder; line: ManifestLine; onDone: () => void };

function QuantityForm({ builder, line, onDone }: QuantityFormProps) {
  const { t } = useTranslation('builder');
  const { name } = useFormat();
  const [value, setValue] = useState<QuantityValue>(ridingOf(line));
  const isRight = typeof value === 'number' && value >= Math.max(1, line.loadedQuantity);
  const save = async (event?: FormEvent) => {
    event?.preventDefault();
    if (!isRight) return;
    if (value !== ridingOf(line)) await builder.change(line, value);
    onDone();
  };
  return (
    <form onSubmit={(event) => void save(event)}>
      <QuantityInput
        size="xs"
        aria-label={t('line.quantity', { item: name(line.item), lot: isolated(line.lotCode) })}
        value={value}
        onChange={setValue}
        error={!isRight}
        autoFocus
        onFocus={(event) => event.currentTarget.select()}
        onBlur={() => (isRight ? void save() : onDone())}
        onKeyDown={(event) => event.key === 'Escape' && onDone()}
      />
    </form>
  );
}

/** A line of the fill preview; it can be left out before the rest is applied. */
export function ProposedCargoLine({ fill, line }: { fill: Fill; line: ProposedLine }) {
  const { t } = useTranslation('builder');
  const { name, number } = useFormat();
  return (
    <li className={classes.line} data-proposed>
      <span className={classes.quantity}>
        <bdi dir="ltr">+{number(line.quantity)}</bdi>
      </span>
      <ItemName {...line} />
      <ActionIcon
        size={32}
        aria-label={t('line.leaveOut', { item: name(line.item) })}
        onClick={() => fill.leaveOut(line)}
      >
        <IconX size={14} />
      </ActionIcon>
    </li>
  );
}

function ItemName({ item, lotCode, association }: { item: ItemRef; lotCode: string; association: NamedRef }) {
  const { name } = useFormat();
  return (
    <span className={classes.item}>
      {name(item)}
      <small>
        <Code muted>{lotCode}</Code> · {name(association)}
      </small>
    </span>
  );
}
