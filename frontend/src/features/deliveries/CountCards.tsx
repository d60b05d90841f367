import { ActionIcon } from '@mantine/core';
import type { Waybill, WaybillLine } from '@qafila/contract';
import { IconChevronDown } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shared/format/index.ts';
import { CheckMark } from './CheckMark.tsx';
import classes from './CountCards.module.css';
import { type Check, type Count, checkOf, lossOf, UNCOUNTED, wholeCount } from './count.ts';
import { LineName } from './LineName.tsx';
import { PartInput } from './PartInput.tsx';
import { ReasonFields } from './ReasonFields.tsx';
import { RestButtons } from './RestButtons.tsx';
import type { DraftState } from './use-draft.ts';
import { WholeButton } from './WholeButton.tsx';

/** The same count for a thumb: a line that is whole takes one touch, only exceptions open. */
export function CountCards({ waybill, state }: { waybill: Waybill; state: DraftState }) {
  return (
    <ul className={classes.list}>
      {waybill.lines.map((line) => (
        <CountCard key={line.lineId} line={line} state={state} />
      ))}
    </ul>
  );
}

const WANTS_HANDS: ReadonlySet<Check['kind']> = new Set(['short', 'over', 'unreadable', 'reason']);

function CountCard({ line, state }: { line: WaybillLine; state: DraftState }) {
  const { t } = useTranslation('deliveries');
  const { name, number } = useFormat();
  const [isOpened, setOpened] = useState(false);
  const count = state.draft.counts[line.lineId] ?? UNCOUNTED;
  const check = checkOf(line.units, count);
  const set = (next: Count) => state.setCount(line.lineId, next);
  const isOpen = isOpened || WANTS_HANDS.has(check.kind);
  const isWrong = check.kind === 'short' || check.kind === 'over' || check.kind === 'unreadable';
  return (
    <li data-wrong={isWrong || undefined}>
      <div className={classes.head}>
        <div className={classes.name}>
          <LineName line={line} />
        </div>
        <div className={classes.sum}>
          <span>
            {typeof count.good === 'number' && <b>{number(count.good)}</b>}{' '}
            {t('count.of', { loaded: line.units })}
          </span>
          <Standing check={check} count={count} />
        </div>
        <ActionIcon
          variant="default"
          size={44}
          aria-expanded={isOpen}
          aria-label={name(line.item)}
          className={classes.toggle}
          onClick={() => setOpened(!isOpened)}
        >
          <IconChevronDown size={18} />
        </ActionIcon>
      </div>
      {check.kind === 'uncounted' && !isOpen && (
        <div className={classes.whole}>
          <WholeButton line={line} size="md" onWhole={() => set(wholeCount(line.units))} />
        </div>
      )}
      {isOpen && <OpenCount line={line} count={count} isWrong={isWrong} onChange={set} />}
    </li>
  );
}

function Standing({ check, count }: { check: Check; count: Count }) {
  const { t } = useTranslation('deliveries');
  if (check.kind !== 'differs') return <CheckMark check={check} />;
  const figures = { damaged: Number(count.damaged), missing: Number(count.missing) };
  return <span className={classes.loss}>{t('check.loss', figures)}</span>;
}

type OpenCountProps = {
  line: WaybillLine;
  count: Count;
  isWrong: boolean;
  onChange: (count: Count) => void;
};

function OpenCount({ line, count, isWrong, onChange }: OpenCountProps) {
  const { t } = useTranslation('deliveries');
  return (
    <div className={classes.open}>
      {(['good', 'damaged', 'missing'] as const).map((part) => (
        <div key={part} className={classes.stepper}>
          <span aria-hidden="true">{t(`count.${part}`)}</span>
          <PartInput part={part} line={line} count={count} isWrong={isWrong} onChange={onChange} steppers />
        </div>
      ))}
      {lossOf(count) > 0 && <ReasonFields line={line} count={count} onChange={onChange} />}
      <RestButtons units={line.units} count={count} onChange={onChange} size="md" />
    </div>
  );
}
