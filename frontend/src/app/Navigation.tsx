import { UnstyledButton } from '@mantine/core';
import type { Campaign } from '@qafila/contract';
import { IconDots } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import { useUser } from '../features/session/index.ts';
import { MoreSheet } from './MoreSheet.tsx';
import classes from './Navigation.module.css';
import { addressOf, currentOf, navigationFor } from './navigation.ts';

/** The bottom bar of a phone holds as many, and "more". */
const ON_BOTTOM_BAR = 4;

type NavigationProps = {
  campaign: Campaign | undefined;
  /** Icons with small words on any width: where the screen needs the room. */
  isRail: boolean;
};

/** On the starting side with icon and word; a rail where it is narrow; a bar at the foot of a phone. */
export function Navigation({ campaign, isRail }: NavigationProps) {
  const { t } = useTranslation();
  const [path] = useLocation();
  const user = useUser();
  const [isMoreOpen, setMoreOpen] = useState(false);
  const items = navigationFor(user, campaign?.id);
  const current = currentOf(items, path, campaign?.id);
  const firstOfSetup = items.find((item) => item.group === 'setup');
  return (
    <nav className={classes.nav} data-rail={isRail || undefined} aria-label={t('nav.main')}>
      {items.map((item, index) => (
        <Link
          key={item.key}
          href={addressOf(item, campaign?.id)}
          className={classes.link}
          aria-current={item === current ? 'page' : undefined}
          data-first-of-setup={item === firstOfSetup || undefined}
          data-overflow={index >= ON_BOTTOM_BAR || undefined}
        >
          <item.icon size={20} stroke={1.7} aria-hidden="true" />
          <span>{t(`nav.${item.key}`)}</span>
        </Link>
      ))}
      <UnstyledButton
        className={`${classes.link} ${classes.more}`}
        aria-expanded={isMoreOpen}
        onClick={() => setMoreOpen(true)}
      >
        <IconDots size={20} stroke={1.7} aria-hidden="true" />
        <span>{t('nav.more')}</span>
      </UnstyledButton>
      <MoreSheet
        opened={isMoreOpen}
        onClose={() => setMoreOpen(false)}
        items={items.slice(ON_BOTTOM_BAR)}
        campaignId={campaign?.id}
      />
    </nav>
  );
}
