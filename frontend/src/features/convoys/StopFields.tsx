import { ActionIcon, Button } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { IconArrowDown, IconArrowUp, IconPlus, IconTrash } from '@tabler/icons-react';
import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shared/format/index.ts';
import { DateTimeInput, QuantityInput } from '../../shared/ui/index.ts';
import { SiteSelect } from '../sites/index.ts';
import type { ConvoyValues } from './convoy-values.ts';
import classes from './StopFields.module.css';
import { canAddStop, moveStopBy, newStop, type StopDraft } from './stops-draft.ts';

type StopFieldsProps = { form: UseFormReturnType<ConvoyValues>; idOf: (path: string) => string };

/** The stops in the order of travel; moved by buttons, or by Alt and the arrows from anywhere in a row. */
export function StopFields({ form, idOf }: StopFieldsProps) {
  const { t } = useTranslation('convoys');
  const { number } = useFormat();
  const [said, setSaid] = useState('');
  const { stops } = form.getValues();
  const setStops = (next: readonly StopDraft[]) => {
    form.setFieldValue('stops', [...next]);
    form.clearErrors();
  };
  const move = (index: number, by: -1 | 1) => {
    const moved = moveStopBy(stops, index, by);
    if (moved === stops) return;
    setStops(moved);
    setSaid(t('form.moved', { number: number(index + by + 1) }));
  };
  return (
    <fieldset className={classes.stops} id={idOf('stops')} tabIndex={-1}>
      <legend>
        {t('form.stops')} <span className={classes.hint}>{t('form.orderHint')}</span>
      </legend>
      <div className={classes.columns} aria-hidden="true">
        <span />
        <span>{t('form.stopSite')}</span>
        <span>{t('form.stopArrival')}</span>
        <span>{t('form.stopHalt')}</span>
      </div>
      <ol>
        {stops.map((stop, index) => (
          <StopRow
            key={stop.key}
            form={form}
            index={index}
            count={stops.length}
            onMove={(by) => move(index, by)}
            onRemove={() => setStops(stops.toSpliced(index, 1))}
          />
        ))}
      </ol>
      <Button
        variant="light"
        leftSection={<IconPlus size={16} aria-hidden="true" />}
        disabled={!canAddStop(stops)}
        onClick={() => setStops([...stops, newStop(stops)])}
      >
        {t('form.addStop')}
      </Button>
      <span className="visually-hidden" aria-live="polite">
        {said}
      </span>
    </fieldset>
  );
}

type StopRowProps = {
  form: UseFormReturnType<ConvoyValues>;
  index: number;
  count: number;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
};

/** The row's number stands for the label to those who see it. */
const HIDDEN = { className: 'visually-hidden' };

const STEPS: Readonly<Record<string, -1 | 1>> = { ArrowUp: -1, ArrowDown: 1 };

function StopRow({ form, index, count, onMove, onRemove }: StopRowProps) {
  const { t } = useTranslation('convoys');
  const { number } = useFormat();
  const place = { number: number(index + 1) };
  const moveByKey = (event: KeyboardEvent) => {
    const by = STEPS[event.key];
    if (!(event.altKey && by)) return;
    event.preventDefault();
    event.stopPropagation();
    onMove(by);
  };
  return (
    <li className={classes.row} onKeyDownCapture={moveByKey}>
      <span className={classes.order} aria-hidden="true">
        {place.number}
      </span>
      <SiteSelect
        {...form.getInputProps(`stops.${index}.siteId`)}
        kinds={['distribution_point', 'collection_point', 'warehouse']}
        label={t('form.stopSiteOf', place)}
        labelProps={HIDDEN}
        placeholder={t('form.stopSite')}
      />
      <DateTimeInput
        {...form.getInputProps(`stops.${index}.plannedArrivalAt`)}
        label={t('form.stopArrivalOf', place)}
        labelProps={HIDDEN}
        placeholder={t('form.stopArrival')}
      />
      <QuantityInput
        {...form.getInputProps(`stops.${index}.plannedHaltMin`)}
        label={t('form.stopHaltOf', place)}
        labelProps={HIDDEN}
        unit={t('form.minutes')}
      />
      <span className={classes.buttons}>
        <ActionIcon
          size={36}
          aria-label={t('form.earlier', place)}
          disabled={index === 0}
          onClick={() => onMove(-1)}
        >
          <IconArrowUp size={18} />
        </ActionIcon>
        <ActionIcon
          size={36}
          aria-label={t('form.later', place)}
          disabled={index === count - 1}
          onClick={() => onMove(1)}
        >
          <IconArrowDown size={18} />
        </ActionIcon>
        <ActionIcon
          size={36}
          aria-label={t('form.removeStop', place)}
          disabled={count === 1}
          onClick={onRemove}
        >
          <IconTrash size={18} />
        </ActionIcon>
      </span>
    </li>
  );
}
