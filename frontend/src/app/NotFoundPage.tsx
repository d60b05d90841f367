import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { EmptyNote, PageHead } from '../shared/ui/index.ts';

export function NotFoundPage() {
  const { t } = useTranslation();
  return (
    <>
      <PageHead title={t('page.notFoundTitle')} />
      <EmptyNote title={t('page.notFoundText')}>
        <Button component={Link} href="/" variant="light" mt="sm">
          {t('action.home')}
        </Button>
      </EmptyNote>
    </>
  );
}
