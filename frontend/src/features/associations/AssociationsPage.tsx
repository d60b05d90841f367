import { listAssociations } from '@qafila/contract';
import { useApiQuery } from '../../shared/api/index.ts';
import { isFound } from '../../shared/lists/index.ts';
import { RegisterPage } from '../../shared/ui/index.ts';
import { useCan } from '../session/index.ts';
import { AssociationDialog } from './AssociationDialog.tsx';
import { AssociationsTable } from './AssociationsTable.tsx';

export function AssociationsPage() {
  const can = useCan();
  return (
    <RegisterPage
      feature="associations"
      query={useApiQuery(listAssociations, {})}
      canManage={can('association:manage')}
      fits={(it, search) => isFound(search, [it.nameAr, it.nameEn, it.declarationNumber])}
      table={(shown, onEdit) => <AssociationsTable associations={shown} {...(onEdit && { onEdit })} />}
      dialog={(association, onClose) => <AssociationDialog association={association} onClose={onClose} />}
    />
  );
}
