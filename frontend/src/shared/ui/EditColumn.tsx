import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** Head of the column of edit buttons: named for the ear alone. */
export function EditHead() {
  const { t } = useTranslation();
  return (
    <th scope="col">
      <span className="visually-hidden">{t('action.edit')}</span>
    </th>
  );
}

/** A row's edit button; `label` says what it edits. */
export function EditCell({ label, onEdit }: { label: string; onEdit: () => void }) {
  const { t } = useTranslation();
  return (
    <td data-corner>
      <Button size="compact-sm" variant="subtle" aria-label={label} onClick={onEdit}>
        {t('action.edit')}
      </Button>
    </td>
  );
}
