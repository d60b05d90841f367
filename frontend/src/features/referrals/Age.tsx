import type { Referral } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shared/format/index.ts';
import { useNow } from '../../shared/ui/index.ts';
import classes from './Age.module.css';
import { ageOf, isLeftLying } from './age.ts';

/** How long a case has been where it is; strong where it has lain too long. */
export function Age({ referral }: { referral: Referral }) {
  const { t } = useTranslation('referrals');
  const { relative, date } = useFormat();
  const now = useNow();
  const { word, at } = ageOf(referral);
  const when = word === 'ended' || word === 'helped' ? date(at, now) : relative(at, now);
  return (
    <span className={classes.age} data-long={isLeftLying(referral, now) || undefined}>
      {t(`age.${word}`, { when })}
    </span>
  );
}
