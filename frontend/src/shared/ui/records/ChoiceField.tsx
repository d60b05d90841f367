import { type ReactNode, useId } from 'react';
import classes from './ChoiceField.module.css';

export type Choice = { readonly value: string; readonly label: string };

type ChoiceFieldProps = {
  /** Where the summary of faults leads to. */
  id?: string;
  label: string;
  description?: ReactNode;
  required?: boolean;
  error?: ReactNode;
  choices: readonly Choice[];
  value?: readonly string[];
  onChange: (chosen: string[]) => void;
};

/** Some of a few things, all in sight. What is chosen keeps the order of the choices. */
export function ChoiceField(props: ChoiceFieldProps) {
  const { label, description, required = false, error, choices, value = [], onChange } = props;
  const made = useId();
  const id = props.id ?? made;
  const toggle = (one: string) =>
    onChange(
      choices.map((it) => it.value).filter((it) => (it === one ? !value.includes(it) : value.includes(it))),
    );
  return (
    <fieldset className={classes.field} aria-describedby={error ? `${id}-error` : undefined}>
      <legend>
        {label}
        {required && (
          <span className={classes.due} aria-hidden="true">
            {' *'}
          </span>
        )}
      </legend>
      {description && <p className={classes.description}>{description}</p>}
      <div className={classes.choices}>
        {choices.map((choice, index) => (
          <label key={choice.value} className={classes.choice}>
            <input
              type="checkbox"
              {...(index === 0 && { id })}
              checked={value.includes(choice.value)}
              onChange={() => toggle(choice.value)}
            />
            {choice.label}
          </label>
        ))}
      </div>
      {error && (
        <p id={`${id}-error`} className={classes.error}>
          {error}
        </p>
      )}
    </fieldset>
  );
}
