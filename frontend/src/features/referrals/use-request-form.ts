import { type ConsentForm, type LegalBasisKind, registerReferral } from '@qafila/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { invalidateWork, queryClient, randomUuid } from '../../shared/api/index.ts';
import { useApiForm } from '../../shared/forms/index.ts';
import { notifyDone, type QuantityValue } from '../../shared/ui/index.ts';
import type { Checked } from './CheckStep.tsx';
import { useRequestLabels } from './use-request-labels.ts';

export type RequestValues = {
  priority: string;
  governorateCode: string | null;
  householdSize: QuantityValue;
  basis: { kind: LegalBasisKind; form: ConsentForm; givenAt: string | null; note: string };
  person: { fullName: string; phone: string; request: string };
  duplicateReason: string;
};

/** The form of a request; its id is made once, so that sending it twice registers one. */
export function useRequestForm({ nationalId, offer }: Checked) {
  const { t } = useTranslation('referrals');
  const [, navigate] = useLocation();
  const [referralId] = useState(randomUuid);
  const initialValues: RequestValues = {
    priority: '2',
    governorateCode: null,
    householdSize: '',
    basis: { kind: 'consent', form: 'signed', givenAt: new Date().toISOString(), note: '' },
    person: { fullName: '', phone: '', request: '' },
    duplicateReason: '',
  };
  return useApiForm({
    endpoint: registerReferral,
    target: {},
    initialValues,
    labels: useRequestLabels(),
    toBody: ({ priority, householdSize, basis, person, ...values }) => ({
      ...values,
      ...offer,
      referralId,
      priority: Number(priority),
      householdSize: householdSize === '' ? null : householdSize,
      basis: basis.kind === 'consent' ? basis : { kind: basis.kind, note: basis.note },
      person: { ...person, nationalId },
    }),
    onDone: async (referral) => {
      notifyDone(t('new.done', { code: referral.code }));
      await invalidateWork(queryClient, ['referrals']);
      navigate(`/referrals/${referral.id}`, { replace: true });
    },
  });
}
