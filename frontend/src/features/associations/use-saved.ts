import { useTranslation } from 'react-i18next';
import { invalidateWork, queryClient } from '../../shared/api/index.ts';
import { notifyDone } from '../../shared/ui/index.ts';

/** After a change of an association: says so, closes, and has everything about it read again. */
export function useSaved(onClose: () => void): () => Promise<void> {
  const { t } = useTranslation('associations');
  return async () => {
    notifyDone(t('form.saved'));
    onClose();
    await invalidateWork(queryClient, ['associations', 'documents']);
  };
}
