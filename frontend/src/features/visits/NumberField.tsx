import { TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { toLatinDigits } from '../../shared/format/index.ts';

type NumberFieldProps = {
  id: string;
  label: string;
  required?: boolean;
  value: number | null;
  error?: ReactNode;
  /** Null where nothing is typed, NaN where it is no number: the form refuses it then. */
  onChange: (value: number | null) => void;
};

/** Any number, in either digits; what was typed stays as it was typed. */
export function NumberField({ value, onChange, required = false, ...field }: NumberFieldProps) {
  const [text, setText] = useState(value === null ? '' : String(value));
  return (
    <TextInput
      {...field}
      required={required}
      dir="ltr"
      inputMode="decimal"
      value={text}
      onChange={(event) => {
        const typed = event.currentTarget.value;
        setText(typed);
        const number = Number(toLatinDigits(typed).replace('٫', '.'));
        onChange(typed.trim() === '' ? null : number);
      }}
    />
  );
}
