import { useLayoutEffect, useRef } from 'react';
import { Link } from 'wouter';
import classes from './TabLinks.module.css';

export type TabLink = { key: string; href: string; label: string };

type TabLinksProps = { label: string; tabs: readonly TabLink[]; current: string };

/** The sections of one thing, each at an address of its own; the open one is brought into view. */
export function TabLinks({ label, tabs, current }: TabLinksProps) {
  const nav = useRef<HTMLElement>(null);
  useLayoutEffect(
    function showOpenTab() {
      const { scrollX, scrollY } = globalThis;
      nav.current
        ?.querySelector(`[data-tab="${current}"]`)
        ?.scrollIntoView({ inline: 'center', block: 'nearest' });
      globalThis.scrollTo(scrollX, scrollY);
    },
    [current],
  );
  return (
    <nav ref={nav} className={classes.tabs} aria-label={label}>
      {tabs.map((tab) => (
        <Link
          key={tab.key}
          href={tab.href}
          data-tab={tab.key}
          aria-current={tab.key === current ? 'page' : undefined}
        >
          {tab.label}
        </Link>
      ))}
    </nav>
  );
}
