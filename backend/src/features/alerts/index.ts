export { paceTeacher } from './pace.service.ts';
