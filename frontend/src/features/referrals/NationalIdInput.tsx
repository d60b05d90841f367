import { TextInput, type TextInputProps } from '@mantine/core';
import { PRIVATE } from './private.ts';

/** Eleven digits in whatever script and grouping they are typed. */
export function NationalIdInput(input: TextInputProps) {
  return (
    <TextInput
      {...PRIVATE}
      {...input}
      dir="ltr"
      inputMode="numeric"
      maxLength={60}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
    />
  );
}
