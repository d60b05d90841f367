export { groupsOf } from './groups.ts';
