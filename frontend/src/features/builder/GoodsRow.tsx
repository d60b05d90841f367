import { IconChevronDown, IconPlus } from '@tabler/icons-react';
import type { KeyboardEvent, ReactNode } from 'react';
import classes from './GoodsPanel.module.css';

type GoodsRowProps = {
  label: string;
  isOpen: boolean;
  isDisabled?: boolean;
  isWarning?: boolean;
  onToggle: (isOpen: boolean) => void;
  /** Takes the goods in hand, to be dropped on a vehicle. */
  onDrag: () => void;
  mark?: ReactNode;
  first: ReactNode;
  second: ReactNode;
  /** What opens under the row. */
  children: ReactNode;
};

/** One thing that can be put on a vehicle: opened by click or Enter, or dragged. */
export function GoodsRow(props: GoodsRowProps) {
  const { isOpen, isDisabled = false, isWarning = false, onToggle, onDrag } = props;
  return (
    <li className={classes.row} data-open={isOpen || undefined}>
      <button
        type="button"
        className={classes.head}
        data-goods
        disabled={isDisabled}
        draggable={!isDisabled}
        aria-expanded={isOpen}
        title={props.label}
        onDragStart={(event) => {
          event.dataTransfer.effectAllowed = 'copy';
          onDrag();
        }}
        onKeyDown={moveBetweenRows}
        onClick={() => onToggle(!isOpen)}
      >
        {props.mark}
        <span className={classes.text}>
          <span className={classes.first}>{props.first}</span>
          <span className={classes.second} data-none={isWarning || undefined}>
            {props.second}
          </span>
        </span>
        <span className={classes.toggle} aria-hidden="true">
          {isOpen ? <IconChevronDown size={16} /> : <IconPlus size={16} />}
        </span>
      </button>
      {isOpen && props.children}
    </li>
  );
}

/** ↑ and ↓ go from row to row, whatever stop they belong to. */
function moveBetweenRows(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const list = event.currentTarget.closest('[data-goods-rows]');
  if (!(step && list)) return;
  const rows = [...list.querySelectorAll<HTMLElement>('[data-goods]:not(:disabled)')];
  event.preventDefault();
  rows[rows.indexOf(event.currentTarget) + step]?.focus();
}
