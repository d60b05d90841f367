import type { FinanceBalance } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shared/format/index.ts';
import { Notice } from '../../shared/ui/index.ts';

/** Whether opening and income less spending is what closing says, and by how much not. */
export function BalanceNotice({ balance }: { balance: FinanceBalance }) {
  const { t } = useTranslation('finances');
  const { pounds } = useFormat();
  const { differenceSyp, expectedClosingSyp } = balance;
  if (differenceSyp === 0) return <Notice kind="done" title={t('balances')} />;
  return (
    <Notice kind="warning" title={t('doesNotBalance', { difference: pounds(Math.abs(differenceSyp)) })}>
      {t('expectedClosing', { expected: pounds(expectedClosingSyp) })}
    </Notice>
  );
}
