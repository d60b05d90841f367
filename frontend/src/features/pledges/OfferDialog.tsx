import { listNeeds, listSites, type Need } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { useApiQuery } from '../../shared/api/index.ts';
import { useFormat } from '../../shared/format/index.ts';
import { Dialog, EmptyNote, QueryView } from '../../shared/ui/index.ts';
import { OfferForm } from './OfferForm.tsx';
import { takesPledges } from './receiving.ts';

type OfferDialogProps = {
  campaignId: string;
  /** The need it answers; chosen in the dialog when left out. */
  need?: Need | undefined;
  onClose: () => void;
};

/** A promise in one go: what, how much, when and where. */
export function OfferDialog({ campaignId, need, onClose }: OfferDialogProps) {
  const { t } = useTranslation('pledges');
  const { name } = useFormat();
  const needs = useApiQuery(listNeeds, { params: { campaignId } });
  const sites = useApiQuery(listSites, {});
  const title = need
    ? t('offer.title', { item: name(need.item), site: name(need.site) })
    : t('offer.titleAny');
  return (
    <Dialog opened onClose={onClose} title={title}>
      <QueryView query={sites}>
        {(known) => {
          const site = known.find((it) => it.kind === 'warehouse') ?? known.find(takesPledges);
          if (!site) return <EmptyNote title={t('offer.noWarehouses')} />;
          return (
            <QueryView query={needs}>
              {(open) => (
                <OfferForm
                  campaignId={campaignId}
                  needs={open}
                  chosenNeed={need && (open.find((it) => it.id === need.id) ?? need)}
                  firstSiteId={site.id}
                  onClose={onClose}
                />
              )}
            </QueryView>
          );
        }}
      </QueryView>
    </Dialog>
  );
}
