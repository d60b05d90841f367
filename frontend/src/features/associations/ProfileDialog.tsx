import { Checkbox, Textarea, TextInput } from '@mantine/core';
import { type Association, maintainAssociation } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shared/format/index.ts';
import { type ApiForm, useApiForm, useEdited } from '../../shared/forms/index.ts';
import { Dialog, FieldErrors, FormGrid, FormShell, SaveButtons, StaleNotice } from '../../shared/ui/index.ts';
import { SeatFields } from './SeatFields.tsx';
import { useSaved } from './use-saved.ts';
import { WorkFields } from './WorkFields.tsx';

type ProfileDialogProps = { association: Association; onClose: () => void };

/** What an association says of itself. */
export function ProfileDialog({ association, onClose }: ProfileDialogProps) {
  const { t } = useTranslation('associations');
  const { name } = useFormat();
  const { started, isStale, reload } = useEdited(association);
  return (
    <Dialog opened onClose={onClose} title={t('form.editTitle', { name: name(association) })} size={760}>
      {isStale && <StaleNotice onReload={reload} />}
      <ProfileForm key={started.version} association={started} onClose={onClose} />
    </Dialog>
  );
}

type ProfileValues = Pick<
  Association,
  | 'purpose'
  | 'sectors'
  | 'governorateCodes'
  | 'aid'
  | 'address'
  | 'seat'
  | 'contactName'
  | 'contactPhone'
  | 'contactEmail'
  | 'officePhone'
  | 'isOfficePhonePublic'
>;

function toValues(it: Association): ProfileValues {
  const { purpose, sectors, governorateCodes, aid, address, seat } = it;
  const { contactName, contactPhone, contactEmail, officePhone, isOfficePhonePublic } = it;
  const work = { purpose, sectors, governorateCodes, aid };
  return {
    ...work,
    address,
    seat,
    contactName,
    contactPhone,
    contactEmail,
    officePhone,
    isOfficePhonePublic,
  };
}

function ProfileForm({ association, onClose }: ProfileDialogProps) {
  const { t } = useTranslation('associations');
  const { form, submit, isSubmitting, failure } = useApiForm({
    endpoint: maintainAssociation,
    target: { params: { associationId: association.id } },
    ifMatch: association.version,
    initialValues: toValues(association),
    labels: {
      purpose: t('purpose'),
      sectors: t('work.sectors'),
      governorateCodes: t('work.governorates'),
      aid: t('work.aid'),
      address: t('seat.address'),
      seat: t('seat.map'),
      contactName: t('contact'),
      contactPhone: t('form.contactPhone'),
      contactEmail: t('contactEmail'),
      officePhone: t('officePhone'),
    },
    onDone: useSaved(onClose),
  });
  return (
    <FormShell onSubmit={submit}>
      <FieldErrors failure={failure} />
      <Textarea label={t('purpose')} autosize minRows={2} {...form.getInputProps('purpose')} />
      <WorkFields form={form} />
      <ContactFields form={form} />
      <SeatFields form={form} />
      <SaveButtons label={t('form.save')} isSubmitting={isSubmitting} onCancel={onClose} />
    </FormShell>
  );
}

function ContactFields({ form }: Pick<ApiForm<ProfileValues>, 'form'>) {
  const { t } = useTranslation('associations');
  const phone = { type: 'tel', dir: 'ltr' } as const;
  return (
    <>
      <FormGrid>
        <TextInput label={t('contact')} {...form.getInputProps('contactName')} />
        <TextInput label={t('form.contactPhone')} {...phone} {...form.getInputProps('contactPhone')} />
        <TextInput label={t('contactEmail')} type="email" dir="ltr" {...form.getInputProps('contactEmail')} />
        <TextInput label={t('officePhone')} {...phone} {...form.getInputProps('officePhone')} />
      </FormGrid>
      <Checkbox
        label={t('isOfficePhonePublic')}
        {...form.getInputProps('isOfficePhonePublic', { type: 'checkbox' })}
      />
    </>
  );
}
