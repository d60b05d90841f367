import { notifications } from '@mantine/notifications';
import { listNotices, type NoticeSummary } from '@qafila/contract';
import { Link } from 'wouter';
import { call } from '../../shared/api/index.ts';
import { currentFormat } from '../../shared/format/useFormat.ts';
import { i18n } from '../../shared/i18n/index.ts';
import { StageGlyph } from '../../shared/ui/index.ts';
import { chime } from './chime.ts';

const SHOWN_MS = 12_000;

/** Shows the notice that came last; an urgent one sounds, and stays until it is closed. */
export async function tellOfNotice(): Promise<void> {
  const query = { box: 'inbox', state: 'unread', limit: 1 } as const;
  const [notice] = (await call(listNotices, { query }).catch(() => ({ items: [] }))).items;
  if (!notice) return;
  const isUrgent = notice.priority === 'urgent' && notice.acknowledged === null;
  if (isUrgent) chime();
  show({
    id: `notice-${notice.id}`,
    isUrgent,
    title: i18n.t(isUrgent ? 'notice-bell:urgentArrived' : 'notice-bell:arrived'),
    text: titleOf(notice),
    href: `/notices/${notice.id}`,
    link: i18n.t('notice-bell:open'),
  });
}

export function tellOfAlarms(count: number): void {
  chime();
  show({
    id: 'notice-alarms',
    isUrgent: true,
    title: i18n.t('notice-bell:alarm'),
    text: i18n.t('notice-bell:alarms', { count }),
    href: '/notices?box=alarms',
    link: i18n.t('notice-bell:whoToCall'),
  });
}

function titleOf(notice: NoticeSummary): string {
  if (notice.system) return i18n.t('notice-bell:reminder');
  return currentFormat().name({ nameAr: notice.titleAr, nameEn: notice.titleEn });
}

type Told = { id: string; isUrgent: boolean; title: string; text: string; href: string; link: string };

function show({ id, isUrgent, title, text, href, link }: Told): void {
  notifications.hide(id);
  notifications.show({
    id,
    position: 'top-center',
    role: isUrgent ? 'alert' : 'status',
    autoClose: isUrgent ? false : SHOWN_MS,
    color: isUrgent ? 'red' : 'qafila',
    withBorder: true,
    closeButtonProps: { 'aria-label': i18n.t('action.close') },
    title: (
      <>
        {isUrgent && <StageGlyph glyph="incident" size={16} />} {title}
      </>
    ),
    message: (
      <>
        <bdi>{text}</bdi>{' '}
        <Link href={href} onClick={() => notifications.hide(id)}>
          {link}
        </Link>
      </>
    ),
  });
}
