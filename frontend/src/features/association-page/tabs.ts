import type { Action } from '@qafila/contract';
import { type LazyExoticComponent, lazy } from 'react';
import type { OfAssociation } from './of-association.ts';

export type AssociationTab = {
  /** In the address; its word is `tab.<key>` of this folder’s catalogue. */
  readonly key: string;
  /** What the user’s role must allow. */
  readonly access: Action;
  readonly component: LazyExoticComponent<OfAssociation>;
};

/** A section of the page, by its name in its feature’s index; fetched when it is first opened. */
function section<Module extends Record<Name, OfAssociation>, Name extends string>(
  load: () => Promise<Module>,
  name: Name,
): LazyExoticComponent<OfAssociation> {
  return lazy(async () => ({ default: (await load())[name] }));
}

const obligations = () => import('../obligations/index.ts');
const finances = () => import('../finances/index.ts');
const own = () => import('./sections.ts');
const notices = () => import('../notices/index.ts');
const associations = () => import('../associations/index.ts');
const projects = () => import('../projects/index.ts');
const visits = () => import('../visits/index.ts');
const referrals = () => import('../referrals/index.ts');

/** In order; the first is what the page opens with. */
export const TABS: readonly AssociationTab[] = [
  { key: 'overview', access: 'association:read', component: section(own, 'OverviewOfAssociation') },
  {
    key: 'particulars',
    access: 'association:read',
    component: section(associations, 'ParticularsOfAssociation'),
  },
  {
    key: 'registration',
    access: 'registry:read',
    component: section(associations, 'RegistrationOfAssociation'),
  },
  {
    key: 'obligations',
    access: 'obligation:read',
    component: section(obligations, 'ObligationsOfAssociation'),
  },
  { key: 'finances', access: 'finance:read', component: section(finances, 'FinancesOfAssociation') },
  { key: 'visits', access: 'visit:read', component: section(visits, 'VisitsOfAssociation') },
  {
    key: 'referrals',
    access: 'referral:read',
    component: section(referrals, 'ReferralsOfAssociation'),
  },
  { key: 'projects', access: 'project:read', component: section(projects, 'ProjectsOfAssociation') },
  { key: 'notices', access: 'notice:read', component: section(notices, 'NoticesOfAssociation') },
  { key: 'documents', access: 'document:read', component: section(own, 'DocumentsOfAssociation') },
];

/** What cries out at the head of the page, on every tab: each shows nothing while all is well. */
export const ALARMS: readonly Omit<AssociationTab, 'key'>[] = [
  { access: 'obligation:read', component: section(obligations, 'PledgeAlarm') },
];
