import { useCan } from '../session/index.ts';
import { AssociationsPage } from './AssociationsPage.tsx';
import { GlancePage } from './GlancePage.tsx';

/** Where the register begins: at a glance for those who keep it, as a list for the others. */
export function RegistryPage() {
  return useCan()('association:manage') ? <GlancePage /> : <AssociationsPage />;
}
