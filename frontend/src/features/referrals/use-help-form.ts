import { type ReferralFile, recordHelp } from '@qafila/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { invalidateWork, queryClient, randomUuid } from '../../shared/api/index.ts';
import { useApiForm } from '../../shared/forms/index.ts';
import { notifyDone } from '../../shared/ui/index.ts';
import { type HelpValues, monthFirst, newLine, toHelp } from './help.ts';

type HelpFormInput = {
  file: ReferralFile;
  month: string | undefined;
  today: string;
  onDone: () => void;
};

/** More lines than a help can have, so that each fault finds its field. */
const LINE_LABELS = [...Array(30).keys()];

/** The form of one help; its id is made once, so that sending it twice is help given once. */
export function useHelpForm({ file: { referral, dues }, month, today, onDone }: HelpFormInput) {
  const { t } = useTranslation('referrals');
  const [helpId] = useState(randomUuid);
  const initialValues: HelpValues = {
    givenOn: today,
    forMonth: referral.cadence === 'monthly' ? (month ?? monthFirst(dues, today)) : null,
    amountSyp: '',
    lines: referral.kind === 'cash' ? [] : [newLine(referral.kind === 'in_kind' ? 'item' : 'words')],
    note: '',
  };
  return useApiForm({
    endpoint: recordHelp,
    target: { params: { referralId: referral.id } },
    initialValues,
    labels: {
      forMonth: t('help.month'),
      givenOn: t('help.givenOn'),
      ...Object.fromEntries(
        LINE_LABELS.flatMap((index) => [
          [`lines.${index}.description`, t('help.what')],
          [`lines.${index}.quantity`, t('help.quantity')],
        ]),
      ),
      lines: t('help.lines'),
      amountSyp: t('help.amount'),
      note: t('field.note'),
    },
    toBody: (values) => ({ ...toHelp(values), helpId }),
    onDone: async () => {
      notifyDone(t('help.done'));
      onDone();
      await invalidateWork(queryClient, ['referrals']);
    },
  });
}
