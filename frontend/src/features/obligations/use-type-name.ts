import type { Obligation } from '@qafila/contract';
import { useFormat } from '../../shared/format/index.ts';

/** التقرير السنوي 2025; what is owed once has no year. */
export function useTypeName(): (obligation: Pick<Obligation, 'type' | 'period'>) => string {
  const { name, digits } = useFormat();
  return ({ type, period }) => (period === 'once' ? name(type) : `${name(type)} ${digits(period)}`);
}
