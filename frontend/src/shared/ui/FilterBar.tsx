import { TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './FilterBar.module.css';

/** Above a list: what narrows it. */
export function FilterBar({ children }: { children: ReactNode }) {
  return <div className={classes.bar}>{children}</div>;
}

type SearchInputProps = { label: string; value: string; onChange: (text: string) => void };

export function SearchInput({ label, value, onChange }: SearchInputProps) {
  return (
    <TextInput
      type="search"
      aria-label={label}
      placeholder={label}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      className={classes.search ?? ''}
    />
  );
}
