import { type Association, createAssociation, updateAssociation } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shared/format/index.ts';
import { useApiForm, useEdited } from '../../shared/forms/index.ts';
import { Dialog, StaleNotice } from '../../shared/ui/index.ts';
import { AssociationForm } from './AssociationForm.tsx';
import { type AssociationValues, useAssociationForm } from './association-values.ts';

type DialogProps = { onClose: () => void };

/** Enters an association that was declared on paper. */
export function NewAssociationDialog({ onClose }: DialogProps) {
  const { t } = useTranslation('associations');
  return (
    <Dialog opened onClose={onClose} title={t('form.newTitle')} size={640}>
      <NewAssociation onClose={onClose} />
    </Dialog>
  );
}

/** What its declaration says of it, for officials to correct. */
export function EditAssociationDialog({ association, onClose }: EditProps) {
  const { t } = useTranslation('associations');
  const { name } = useFormat();
  return (
    <Dialog opened onClose={onClose} title={t('form.editTitle', { name: name(association) })} size={640}>
      <EditAssociation association={association} onClose={onClose} />
    </Dialog>
  );
}

const EMPTY: AssociationValues = {
  kind: 'association',
  nameAr: '',
  nameEn: '',
  governorateCode: 'SY01',
  contactName: '',
  contactPhone: '',
  declarationNumber: '',
  declaredOn: null,
};

function NewAssociation({ onClose }: DialogProps) {
  const { labels, finish } = useAssociationForm('form.created', onClose);
  const api = useApiForm({
    endpoint: createAssociation,
    target: {},
    initialValues: EMPTY,
    labels,
    onDone: finish,
  });
  return <AssociationForm {...api} onCancel={onClose} />;
}

type EditProps = DialogProps & { association: Association };

function EditAssociation({ association, onClose }: EditProps) {
  const { started, isStale, reload } = useEdited(association);
  return (
    <>
      {isStale && <StaleNotice onReload={reload} />}
      <EditAssociationForm key={started.version} association={started} onClose={onClose} />
    </>
  );
}

function EditAssociationForm({ association, onClose }: EditProps) {
  const { labels, finish } = useAssociationForm('form.saved', onClose);
  const { kind, nameAr, nameEn, governorateCode, contactName, contactPhone } = association;
  const api = useApiForm({
    endpoint: updateAssociation,
    target: { params: { associationId: association.id } },
    ifMatch: association.version,
    initialValues: { ...EMPTY, kind, nameAr, nameEn, governorateCode, contactName, contactPhone },
    labels,
    toBody: ({ declarationNumber: _number, declaredOn: _day, ...changed }: AssociationValues) => changed,
    onDone: finish,
  });
  return <AssociationForm {...api} isSaved onCancel={onClose} />;
}
