import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Notice } from './Notice.tsx';

/** Someone changed what is being edited: what was typed stays until the reader takes the new version. */
export function StaleNotice({ onReload }: { onReload: () => void }) {
  const { t } = useTranslation();
  return (
    <Notice
      kind="warning"
      role="alert"
      title={t('form.stale')}
      actions={
        <Button size="xs" variant="default" onClick={onReload}>
          {t('form.takeNew')}
        </Button>
      }
    >
      {t('form.staleText')}
    </Notice>
  );
}
