import { createConvoy } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { isolated } from '../../shared/format/bidi.ts';
import { useApiForm } from '../../shared/forms/index.ts';
import { Dialog, notifyDone } from '../../shared/ui/index.ts';
import { ConvoyFields, toConvoyBody, useConvoyLabels } from './ConvoyFields.tsx';
import { acceptConvoy } from './convoy-change.ts';
import type { ConvoyValues } from './convoy-values.ts';
import { newStop } from './stops-draft.ts';

type NewConvoyDialogProps = { campaignId: string; opened: boolean; onClose: () => void };

export function NewConvoyDialog({ opened, onClose, campaignId }: NewConvoyDialogProps) {
  const { t } = useTranslation('convoys');
  return (
    <Dialog opened={opened} onClose={onClose} title={t('form.title')} size={820}>
      <NewConvoyForm campaignId={campaignId} />
    </Dialog>
  );
}

function NewConvoyForm({ campaignId }: { campaignId: string }) {
  const { t } = useTranslation('convoys');
  const [, navigate] = useLocation();
  const initialValues: ConvoyValues = {
    originSiteId: null,
    plannedDepartureAt: null,
    leaderName: '',
    leaderPhone: '',
    note: '',
    stops: [newStop([])],
  };
  const api = useApiForm({
    endpoint: createConvoy,
    target: { params: { campaignId } },
    initialValues,
    labels: useConvoyLabels(),
    toBody: toConvoyBody,
    onDone: async (file) => {
      await acceptConvoy(file.convoy, file);
      notifyDone(t('form.created', { code: isolated(file.convoy.code) }));
      navigate(`/c/${campaignId}/convoys/${file.convoy.id}/build`);
    },
  });
  return <ConvoyFields api={api} saveLabel={t('form.create')} />;
}
