import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PageHead } from '../../shared/ui/index.ts';
import { useCan } from '../session/index.ts';
import { AccountsPanel } from './AccountsPanel.tsx';
import { InvitationsPanel } from './InvitationsPanel.tsx';
import { InviteDialog } from './InviteDialog.tsx';
import classes from './PeoplePage.module.css';

/** Accounts, and the links by which new ones come to be. */
export function PeoplePage() {
  const { t } = useTranslation('people');
  const can = useCan();
  const [isInviting, setInviting] = useState(false);
  return (
    <>
      <PageHead
        title={t('title')}
        actions={<Button onClick={() => setInviting(true)}>{t('invite.open')}</Button>}
      />
      <div className={classes.panels}>
        {can('user:manage') && <AccountsPanel />}
        <InvitationsPanel />
      </div>
      <InviteDialog opened={isInviting} onClose={() => setInviting(false)} />
    </>
  );
}
