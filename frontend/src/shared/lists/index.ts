export { groupsOf } from './groups.ts';
export { isFound } from './search.ts';
