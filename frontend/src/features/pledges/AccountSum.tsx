import type { LotState } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shared/format/index.ts';
import { StageGlyph } from '../../shared/ui/index.ts';
import classes from './AccountSum.module.css';
import { ACCOUNT_PARTS, accountOf } from './journey.ts';

/** received = delivered + damaged + missing + …, to the unit; parts that hold nothing are left out. */
export function AccountSum({ lots }: { lots: readonly LotState[] }) {
  const { t } = useTranslation('pledges');
  const { number } = useFormat();
  const account = accountOf(lots);
  if (account.received === 0) return null;
  const parts = ACCOUNT_PARTS.filter((part) => account[part] > 0);
  return (
    <p className={classes.sum}>
      <span>
        <b>{number(account.received)}</b> {t('page.received')}
      </span>
      {parts.map((part, index) => (
        <span key={part}>
          {index === 0 ? '=' : '+'} <b>{number(account[part])}</b> {t(`page.${part}`)}
        </span>
      ))}
      <span className={classes.state}>
        <StageGlyph glyph={account.isClosed ? 'settled' : 'en_route'} size={12} />{' '}
        {t(account.isClosed ? 'page.closed' : 'page.open')}
      </span>
    </p>
  );
}
