import { type NoticeAudience, type NoticePriority, sendNotice } from '@qafila/contract';
import type { Client } from '../../testing/client.ts';

type Given = {
  audience: NoticeAudience;
  priority?: NoticePriority;
  titleAr?: string;
  validUntil?: string;
  corrects?: string;
};

/** Sends a notice as somebody; the answer, whether it was taken or not. */
export function sendAs(client: Client, { audience, priority = 'normal', titleAr = 'تعميم', ...rest }: Given) {
  return client.call(sendNotice, {
    body: { audience, priority, titleAr, bodyAr: 'نص التعميم', ...rest },
  });
}
