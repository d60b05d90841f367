import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './ShowMore.module.css';

type ShowMoreProps<Entry> = {
  entries: readonly Entry[];
  /** How many are shown at first, and added each time. */
  step?: number;
  children: (shown: readonly Entry[]) => ReactNode;
};

const STEP = 20;

/** A long list, in portions. */
export function ShowMore<Entry>({ entries, step = STEP, children }: ShowMoreProps<Entry>) {
  const { t } = useTranslation();
  const [count, setCount] = useState(step);
  const rest = entries.length - count;
  return (
    <>
      {children(entries.slice(0, count))}
      {rest > 0 && (
        <div className={classes.more}>
          <Button variant="default" onClick={() => setCount(count + step)}>
            {t('action.showMore', { rest })}
          </Button>
        </div>
      )}
    </>
  );
}
