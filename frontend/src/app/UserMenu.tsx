import { Menu, UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconKey, IconLogout } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { leave, useUser } from '../features/session/index.ts';
import { useFormat } from '../shared/format/index.ts';
import { useWord } from '../shared/i18n/index.ts';
import { ConfirmDialog } from '../shared/ui/index.ts';
import classes from './UserMenu.module.css';

export function UserMenu() {
  const { t } = useTranslation();
  const { name } = useFormat();
  const word = useWord();
  const user = useUser();
  const [isLeavingEverywhere, setLeavingEverywhere] = useState(false);
  const role = user.association ? name(user.association) : word.role(user.role);
  return (
    <>
      <Menu position="bottom-end" width={240}>
        <Menu.Target>
          <UnstyledButton className={classes.user}>
            <span className={classes.who}>
              <span className={classes.name}>{user.name}</span>
              <span className={classes.role}>{role}</span>
            </span>
            <IconChevronDown size={14} aria-hidden="true" />
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item component={Link} href="/account" leftSection={<IconKey size={16} />}>
            {t('shell.changePassword')}
          </Menu.Item>
          <Menu.Divider />
          <Menu.Item leftSection={<IconLogout size={16} />} onClick={() => void leave('here')}>
            {t('shell.signOut')}
          </Menu.Item>
          <Menu.Item onClick={() => setLeavingEverywhere(true)}>{t('shell.signOutEverywhere')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <ConfirmDialog
        opened={isLeavingEverywhere}
        onClose={() => setLeavingEverywhere(false)}
        title={t('shell.signOutEverywhere')}
        confirmLabel={t('shell.signOutEverywhere')}
        danger
        onConfirm={() => leave('everywhere')}
      />
    </>
  );
}
