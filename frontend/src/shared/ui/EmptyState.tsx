import type { ReactNode } from 'react';
import { useFormat } from '../format/index.ts';
import classes from './EmptyState.module.css';

export type EmptyStep = {
  title: string;
  text: string;
  actions?: ReactNode;
  /** What this step waits for; a step that waits is drawn hollow. */
  waitsFor?: string;
};

/** Empty is a beginning: what comes first, what follows, and what each waits for. */
export function EmptyState({ steps }: { steps: readonly EmptyStep[] }) {
  const { number } = useFormat();
  return (
    <ol className={classes.steps}>
      {steps.map((step, index) => (
        <li key={step.title} className={classes.step} data-waits={step.waitsFor ? true : undefined}>
          <span className={classes.number} aria-hidden="true">
            {number(index + 1)}
          </span>
          <div>
            <h3>{step.title}</h3>
            <p>{step.text}</p>
            {step.actions && <div className={classes.actions}>{step.actions}</div>}
            {step.waitsFor && <span className={classes.waits}>{step.waitsFor}</span>}
          </div>
        </li>
      ))}
    </ol>
  );
}

/** Nothing here, and that is all there is to say: a filter without matches, a list that others fill. */
export function EmptyNote({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className={classes.note}>
      <strong>{title}</strong>
      {children}
    </div>
  );
}
