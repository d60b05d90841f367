import { Select, TextInput } from '@mantine/core';
import { DiscrepancyReason, LIMITS, type WaybillLine } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shared/format/index.ts';
import classes from './CountTable.module.css';
import type { Count } from './count.ts';

type ReasonFieldsProps = { line: WaybillLine; count: Count; onChange: (count: Count) => void };

/** Why something is damaged or missing; in words where no reason of the list fits. */
export function ReasonFields({ line, count, onChange }: ReasonFieldsProps) {
  const { t } = useTranslation('deliveries');
  const { name } = useFormat();
  const item = { item: name(line.item) };
  return (
    <div className={classes.fields}>
      <Select
        aria-label={t('count.reasonOf', item)}
        placeholder={t('count.chooseReason')}
        data={DiscrepancyReason.options.map((value) => ({ value, label: t(`discrepancyReason.${value}`) }))}
        value={count.reason}
        onChange={(reason) => onChange({ ...count, reason: reason as DiscrepancyReason | null })}
        allowDeselect={false}
        error={count.reason === null}
      />
      {count.reason === 'other' && (
        <TextInput
          aria-label={t('count.noteOf', item)}
          placeholder={t('count.note')}
          value={count.reasonNote}
          onChange={(event) => onChange({ ...count, reasonNote: event.currentTarget.value })}
          maxLength={LIMITS.noteMax}
        />
      )}
    </div>
  );
}
