import type { Action } from '@qafila/contract';
import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import { AccountPage } from '../features/session/index.ts';

/**
 * - `page` — inside the shell, with its padding
 * - `fill` — inside the shell, edge to edge and as high as the window, with the rail of icons: the live map
 * - `bare` — alone: paper to print
 */
export type Layout = 'page' | 'fill' | 'bare';

export type AppRoute = {
  /** wouter's pattern; everything within a campaign begins with `/c/:campaignId`. */
  readonly path: string;
  readonly component: LazyExoticComponent<ComponentType> | ComponentType;
  /** What the user's role must allow; without it anyone signed in. */
  readonly access?: Action;
  readonly layout?: Layout;
};

type Page<Module, Name extends keyof Module> = Module[Name] extends ComponentType ? Name : never;

/** A page that is fetched when it is first opened, by its name in its feature's index. */
function page<Module, Name extends keyof Module & string>(
  load: () => Promise<Module>,
  name: Page<Module, Name>,
): LazyExoticComponent<ComponentType> {
  return lazy(async () => ({ default: (await load())[name as Name] as ComponentType }));
}

/** First match wins. A screen in the navigation appears there as soon as its line is here. */
export const routes: readonly AppRoute[] = [
  {
    path: '/people',
    component: page(() => import('../features/people/index.ts'), 'PeoplePage'),
    access: 'invitation:manage',
  },
  {
    path: '/c/:campaignId/convoys',
    component: page(() => import('../features/convoys/index.ts'), 'ConvoysPage'),
    access: 'convoy:read',
  },
  {
    path: '/c/:campaignId/convoys/:convoyId',
    component: page(() => import('../features/convoys/index.ts'), 'ConvoyPage'),
    access: 'convoy:read',
  },
  { path: '/account', component: AccountPage },
];
