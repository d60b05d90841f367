import { type Convoy, updateConvoy } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { useApiForm } from '../../shared/forms/index.ts';
import { Dialog, notifyDone } from '../../shared/ui/index.ts';
import { ConvoyFields, toConvoyChange, useConvoyLabels } from './ConvoyFields.tsx';
import { acceptConvoy } from './convoy-change.ts';
import type { ConvoyValues } from './convoy-values.ts';

type EditConvoyDialogProps = { convoy: Convoy; opened: boolean; onClose: () => void };

export function EditConvoyDialog({ convoy, opened, onClose }: EditConvoyDialogProps) {
  const { t } = useTranslation('convoys');
  return (
    <Dialog opened={opened} onClose={onClose} title={t('form.editTitle')} size={820}>
      <EditConvoyForm convoy={convoy} onDone={onClose} />
    </Dialog>
  );
}

function EditConvoyForm({ convoy, onDone }: { convoy: Convoy; onDone: () => void }) {
  const { t } = useTranslation('convoys');
  const initialValues: ConvoyValues = {
    originSiteId: convoy.origin.id,
    plannedDepartureAt: convoy.plannedDepartureAt,
    leaderName: convoy.leaderName,
    leaderPhone: convoy.leaderPhone,
    note: convoy.note,
    stops: convoy.stops.map(({ site, plannedArrivalAt, plannedHaltMin }, key) => ({
      key,
      siteId: site.id,
      plannedArrivalAt,
      plannedHaltMin,
    })),
  };
  const api = useApiForm({
    endpoint: updateConvoy,
    target: { params: { convoyId: convoy.id } },
    initialValues,
    labels: useConvoyLabels(),
    toBody: toConvoyChange,
    ifMatch: convoy.version,
    onDone: async (file) => {
      await acceptConvoy(file.convoy, file);
      notifyDone(t('form.saved'));
      onDone();
    },
  });
  return <ConvoyFields api={api} saveLabel={t('action.save')} hasOrigin={false} />;
}
