export {
  type AssociationFields,
  type AssociationRow,
  changeAssociation,
  changeStatus,
  findAssociation,
  holdAssociation,
  insertAssociation,
  registryChange,
} from './associations.repository.ts';
export { associationRoutes } from './associations.routes.ts';
export {
  allRegistered,
  announceChange,
  associationRefs,
  readAssociation,
  requireAssociation,
  requireDeclared,
} from './associations.service.ts';
export { boardOf } from './board.repository.ts';
export { replaceBoard } from './board.service.ts';
