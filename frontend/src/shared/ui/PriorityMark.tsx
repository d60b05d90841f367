import type { Priority } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../format/index.ts';
import classes from './PriorityMark.module.css';

/** Priority as a numeral in a square: filled, framed, plain. Never colour alone. */
export function PriorityMark({ level }: { level: Priority }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const word = t(`priority.${level}`);
  return (
    <span className={classes.mark} data-level={level} title={word}>
      <span aria-hidden="true">{number(level)}</span>
      <span className="visually-hidden">{word}</span>
    </span>
  );
}
