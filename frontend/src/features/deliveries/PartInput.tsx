import type { WaybillLine } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shared/format/index.ts';
import { QuantityInput } from '../../shared/ui/index.ts';
import type { Count, CountPart } from './count.ts';

type PartInputProps = {
  part: CountPart;
  line: WaybillLine;
  count: Count;
  isWrong: boolean;
  onChange: (count: Count) => void;
  /** Large − and + for a finger. */
  steppers?: boolean;
};

/** How many of a line are good, damaged or missing. */
export function PartInput({ part, line, count, isWrong, onChange, steppers = false }: PartInputProps) {
  const { t } = useTranslation('deliveries');
  const { name } = useFormat();
  return (
    <QuantityInput
      aria-label={t(`count.${part}Of`, { item: name(line.item) })}
      value={count[part]}
      onChange={(value) => onChange({ ...count, [part]: value })}
      onFocus={(event) => event.currentTarget.select()}
      error={isWrong && part !== 'damaged'}
      size={steppers ? 'lg' : 'sm'}
      steppers={steppers}
    />
  );
}
