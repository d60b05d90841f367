import type { AidCadence, AidOffer } from '@qafila/contract';
import { IconBasket, IconBolt, IconCalendarRepeat, IconCash, IconStethoscope } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useAidWord } from '../../shared/ui/records/index.ts';
import classes from './AidMark.module.css';

export const KIND_ICONS = { medical: IconStethoscope, in_kind: IconBasket, cash: IconCash } as const;
const CADENCE_ICONS = { monthly: IconCalendarRepeat, emergency: IconBolt } as const;

/** What help a case is about, and how often: a sign and words. */
export function AidMark(offer: AidOffer) {
  const { aid } = useAidWord();
  const Icon = KIND_ICONS[offer.kind];
  return (
    <span className={classes.mark}>
      <Icon size={18} stroke={1.7} aria-hidden="true" />
      {aid(offer)}
    </span>
  );
}

/** How often alone. */
export function CadenceWord({ cadence }: { cadence: AidCadence }) {
  const { t } = useTranslation('referrals');
  const Icon = CADENCE_ICONS[cadence];
  return (
    <span className={classes.mark}>
      <Icon size={18} stroke={1.7} aria-hidden="true" />
      {t(`aid.cadence.${cadence}`)}
    </span>
  );
}
