import { deleteNeed, type Need } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { invalidateTopics, queryClient, useApiMutation } from '../../shared/api/index.ts';
import { useFormat } from '../../shared/format/index.ts';
import { ConfirmButton, notifyDone } from '../../shared/ui/index.ts';

type DeleteNeedProps = { campaignId: string; need: Need };

export function DeleteNeed({ campaignId, need }: DeleteNeedProps) {
  const { t } = useTranslation('needs');
  const { name, quantity } = useFormat();
  const [, navigate] = useLocation();
  const remove = useApiMutation(deleteNeed);
  return (
    <ConfirmButton
      label={t('form.remove')}
      button={{ variant: 'subtle', color: 'red' }}
      title={t('form.removeTitle')}
      message={t('form.removeText', {
        item: name(need.item),
        site: name(need.site),
        quantity: quantity(need.quantity, need.item.unit),
      })}
      confirmLabel={t('form.remove')}
      danger
      onConfirm={async () => {
        await remove.mutateAsync({ params: { needId: need.id } });
        notifyDone(t('form.removed'));
        navigate(`/c/${campaignId}/needs`);
        await invalidateTopics(queryClient, campaignId, ['needs']);
      }}
    />
  );
}
