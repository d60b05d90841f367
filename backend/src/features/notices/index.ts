export { escalateNotices } from './alarms.service.ts';
export { sendMail } from './mail.service.ts';
export { noticeRoutes } from './notices.routes.ts';
export { postSystemNotice } from './sending.service.ts';
