import { ActionIcon, TextInput, type TextInputProps } from '@mantine/core';
import { IconMinus, IconPlus } from '@tabler/icons-react';
import { type FocusEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { parseInteger, useFormat } from '../format/index.ts';
import classes from './QuantityInput.module.css';

/** A whole number, or what was typed in its place: kept, so that it can be mended rather than typed anew. */
export type QuantityValue = number | string;

type QuantityInputProps = Omit<
  TextInputProps,
  'value' | 'defaultValue' | 'onChange' | 'type' | 'inputMode' | 'classNames'
> & {
  value?: QuantityValue | null | undefined;
  onChange: (value: QuantityValue) => void;
  /** Word of the unit, shown inside the field. */
  unit?: string;
  /** Large − and + at the sides, for counting on a phone. */
  steppers?: boolean;
};

/** Integers only, in Latin (123), Arabic (١٢٣) or Persian (۱۲۳) digits; 1,200 is twelve hundred, 1.5 is an error. */
export function QuantityInput({ value, onChange, unit, steppers = false, ...input }: QuantityInputProps) {
  const { number } = useFormat();
  const [draft, setDraft] = useState<string | null>(null);
  const field = (
    <TextInput
      {...input}
      inputMode="numeric"
      autoComplete="off"
      value={draft ?? (typeof value === 'number' ? number(value) : (value ?? ''))}
      classNames={{ input: classes.input ?? '' }}
      onChange={(event) => {
        const text = event.currentTarget.value;
        setDraft(text);
        onChange(parseInteger(text) ?? text);
      }}
      onBlur={(event: FocusEvent<HTMLInputElement>) => {
        setDraft(null);
        input.onBlur?.(event);
      }}
      {...(unit && {
        rightSection: <span className={classes.unit}>{unit}</span>,
        rightSectionWidth: 64,
        rightSectionPointerEvents: 'none' as const,
      })}
    />
  );
  if (!steppers) return field;
  return <Steppers value={value} onChange={onChange} disabled={input.disabled} field={field} />;
}

type SteppersProps = Pick<QuantityInputProps, 'value' | 'onChange'> & {
  disabled: boolean | undefined;
  field: ReactNode;
};

function Steppers({ value, onChange, disabled, field }: SteppersProps) {
  const { t } = useTranslation();
  const current = typeof value === 'number' ? value : 0;
  return (
    <div className={classes.wrapper}>
      <ActionIcon
        variant="default"
        size={48}
        aria-label={t('action.decrease')}
        disabled={disabled || current <= 0}
        onClick={() => onChange(Math.max(0, current - 1))}
      >
        <IconMinus size={18} />
      </ActionIcon>
      {field}
      <ActionIcon
        variant="default"
        size={48}
        aria-label={t('action.increase')}
        disabled={disabled ?? false}
        onClick={() => onChange(current + 1)}
      >
        <IconPlus size={18} />
      </ActionIcon>
    </div>
  );
}
