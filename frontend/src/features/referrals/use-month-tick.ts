import { useFormat } from '../../shared/format/index.ts';
import { useIsPhone } from '../../shared/ui/index.ts';

/** A month where there is little room: its name, its number, or its number in its year, the more of them there are. */
export function useMonthTick(): (month: string, among: number) => string {
  const { digits, monthName } = useFormat();
  const isPhone = useIsPhone();
  return (month, among) => {
    const [year = '', number = ''] = month.split('-');
    if (!isPhone && among <= 12) return monthName(month);
    return digits(among <= 12 ? String(Number(number)) : `${Number(number)}/${year.slice(2)}`);
  };
}
