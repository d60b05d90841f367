import { Tabs } from '@mantine/core';
import type { ReactNode } from 'react';
import { useFormat } from '../format/index.ts';
import classes from './UrlTabs.module.css';
import { useUrlState } from './url-state.ts';

export type UrlTab = { value: string; label: string; count?: number; content: ReactNode };

type UrlTabsProps = {
  /** What the tabs divide, for those who hear it. */
  label: string;
  tabs: readonly [UrlTab, ...UrlTab[]];
  /** Key in the query string. */
  param?: string;
};

/** Tabs whose choice lives in the URL; only the open one is mounted. */
export function UrlTabs({ label, tabs, param = 'tab' }: UrlTabsProps) {
  const { number } = useFormat();
  const [chosen, choose] = useUrlState(param, tabs[0].value);
  const open = tabs.some((tab) => tab.value === chosen) ? chosen : tabs[0].value;
  return (
    <Tabs value={open} onChange={choose} keepMounted={false}>
      <Tabs.List className={classes.list} aria-label={label}>
        {tabs.map((tab) => (
          <Tabs.Tab key={tab.value} value={tab.value} className={classes.tab}>
            {tab.label}
            {tab.count !== undefined && <span className={classes.count}>{number(tab.count)}</span>}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {tabs.map((tab) => (
        <Tabs.Panel key={tab.value} value={tab.value} className={classes.panel}>
          {tab.content}
        </Tabs.Panel>
      ))}
    </Tabs>
  );
}
