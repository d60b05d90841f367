export { paceTeacher } from './pace.service.ts';
export { raiseReported } from './reported.service.ts';
