import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shared/format/index.ts';

/** All that is shown of a national id: enough to check a paper at the counter. */
export function LastDigits({ tail }: { tail: string }) {
  const { t } = useTranslation('referrals');
  const { digits } = useFormat();
  return (
    <>
      <bdi dir="ltr" aria-hidden="true">{`•••••••• ${digits(tail)}`}</bdi>
      <span className="visually-hidden">{t('person.endsWith', { tail: digits(tail) })}</span>
    </>
  );
}
