import { createObligationType, type ObligationType, updateObligationType } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { invalidateWork, queryClient } from '../../shared/api/index.ts';
import { useFormat } from '../../shared/format/index.ts';
import { useApiForm, useEdited } from '../../shared/forms/index.ts';
import { Dialog, notifyDone, StaleNotice } from '../../shared/ui/index.ts';
import { TypeForm } from './TypeForm.tsx';
import { NEW_TYPE, toBody, toValues } from './type-values.ts';

/** Changes a rule, or makes a new one where none is given. */
export function TypeDialog({ type, onClose }: { type: ObligationType | undefined; onClose: () => void }) {
  const { t } = useTranslation('obligations');
  const { name } = useFormat();
  return (
    <Dialog opened onClose={onClose} title={type ? name(type) : t('rules.new')} size={640}>
      {type ? <EditType type={type} onClose={onClose} /> : <NewType onClose={onClose} />}
    </Dialog>
  );
}

function useLabels(): Record<string, string> {
  const { t } = useTranslation('obligations');
  return {
    key: t('rules.key'),
    nameAr: t('form.nameAr'),
    nameEn: t('form.nameEn'),
    schedule: t('rules.when'),
    'schedule.month': t('rules.month'),
    'schedule.day': t('rules.day'),
    'schedule.months': t('rules.months'),
    'schedule.years': t('rules.years'),
    graceDays: t('rules.graceDays'),
    documentsAr: t('rules.documentsAr'),
    documentsEn: t('rules.documentsEn'),
    blocksPledges: t('rules.blocks'),
    isActive: t('rules.isActive'),
  };
}

function useFinish(onClose: () => void) {
  const { t } = useTranslation('obligations');
  return async () => {
    await invalidateWork(queryClient, ['obligations']);
    notifyDone(t('rules.saved'));
    onClose();
  };
}

function NewType({ onClose }: { onClose: () => void }) {
  const labels = useLabels();
  const api = useApiForm({
    endpoint: createObligationType,
    target: {},
    initialValues: NEW_TYPE,
    labels,
    toBody,
    onDone: useFinish(onClose),
  });
  return <TypeForm {...api} labels={labels} isNew onCancel={onClose} />;
}

function EditType({ type, onClose }: { type: ObligationType; onClose: () => void }) {
  const { started, isStale, reload } = useEdited(type);
  return (
    <>
      {isStale && <StaleNotice onReload={reload} />}
      <EditForm key={started.version} type={started} onClose={onClose} />
    </>
  );
}

function EditForm({ type, onClose }: { type: ObligationType; onClose: () => void }) {
  const labels = useLabels();
  const api = useApiForm({
    endpoint: updateObligationType,
    target: { params: { typeId: type.id } },
    ifMatch: type.version,
    initialValues: toValues(type),
    labels,
    toBody: (values) => {
      const { key: _fixed, ...changed } = toBody(values);
      return changed;
    },
    onDone: useFinish(onClose),
  });
  return <TypeForm {...api} labels={labels} onCancel={onClose} />;
}
