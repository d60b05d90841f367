import * as contract from '@qafila/contract';
import { Router } from 'express';
import { type BindDeps, bind } from '../../platform/bind.ts';
import { listAlarms } from './alarms.service.ts';
import * as notices from './notices.service.ts';
import { reachOf, send } from './sending.service.ts';
import * as threads from './threads.service.ts';

export function noticeRoutes(deps: BindDeps): Router {
  const router = Router();
  bind(router, deps, contract.listNotices, (asked) => notices.list(asked, asked.query));
  bind(router, deps, contract.readNoticeBadge, (asked) => notices.badge(asked));
  bind(router, deps, contract.listNoticeAlarms, (asked) => listAlarms(asked, asked.query));
  bind(router, deps, contract.readNoticeReach, (asked) => reachOf(asked, asked.body.audience));
  bind(router, deps, contract.sendNotice, (asked) => send(asked, asked.body));
  bind(router, deps, contract.readNotice, (asked) => notices.readNotice(asked, asked.params.noticeId));
  bind(router, deps, contract.openNotice, (asked) => notices.open(asked, asked.params.noticeId));
  bind(router, deps, contract.withdrawNotice, (asked) =>
    notices.withdraw(asked, asked.params.noticeId, asked.body.reason),
  );
  bind(router, deps, contract.listNoticeThreads, (asked) =>
    threads.list(asked, asked.params.noticeId, asked.query),
  );
  bind(router, deps, contract.readNoticeThread, (asked) => threads.read(asked, asked.params));
  bind(router, deps, contract.acknowledgeNotice, (asked) => threads.acknowledge(asked, asked.params));
  bind(router, deps, contract.replyToNotice, (asked) => threads.reply(asked, asked.params, asked.body.body));
  bind(router, deps, contract.closeNoticeAlarm, (asked) =>
    threads.closeAlarm(asked, asked.params, asked.body.reason),
  );
  return router;
}
