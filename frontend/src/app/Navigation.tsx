import { UnstyledButton } from '@mantine/core';
import type { Campaign } from '@qafila/contract';
import { IconDots } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import { useUser } from '../features/session/index.ts';
import { MoreSheet } from './MoreSheet.tsx';
import classes from './Navigation.module.css';
import { addressOf, bottomBarOf, currentOf, groupsIn, type NavGroup, navigationFor } from './navigation.ts';

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
  const items = navigationFor(user, campaign);
  const onBar = bottomBarOf(items, user);
  const current = currentOf(items, path, campaign?.id);
  return (
    <nav className={classes.nav} data-rail={isRail || undefined} aria-label={t('nav.main')}>
      {groupsIn(items).map((group) => (
        <Group key={group[0].group} group={group[0].group}>
          {group.map((item) => (
            <Link
              key={item.key}
              href={addressOf(item, campaign?.id)}
              className={classes.link}
              aria-current={item === current ? 'page' : undefined}
              data-overflow={!onBar.has(item) || undefined}
            >
              <item.icon size={20} stroke={1.7} aria-hidden="true" />
              <span>{t(`nav.${item.key}`)}</span>
            </Link>
          ))}
        </Group>
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
        items={items.filter((item) => !onBar.has(item))}
        campaignId={campaign?.id}
      />
    </nav>
  );
}

/** The directorate’s own work says so above it; the others are told apart by their place. */
function Group({ group, children }: { group: NavGroup; children: ReactNode }) {
  const { t } = useTranslation();
  return (
    // biome-ignore lint/a11y/useSemanticElements: links that belong together, not fields of a form
    <div role="group" aria-label={t(`nav.group.${group}`)} className={classes.group} data-group={group}>
      {group === 'directorate' && (
        <span className={classes.heading} aria-hidden="true">
          {t(`nav.group.${group}`)}
        </span>
      )}
      {children}
    </div>
  );
}
