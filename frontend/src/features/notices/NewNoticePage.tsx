import { readNotice } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { Link, useSearch } from 'wouter';
import { useApiQuery } from '../../shared/api/index.ts';
import { PageHead, QueryView } from '../../shared/ui/index.ts';
import { useCan } from '../session/index.ts';
import { NoticeForm } from './NoticeForm.tsx';

/** A new notice, or one that corrects another: `/notices/new`. */
export function NewNoticePage() {
  const { t } = useTranslation('notices');
  const corrects = new URLSearchParams(useSearch()).get('corrects');
  const isOverseer = useCan()('notice:oversee');
  const title = corrects ? t('correct') : t(isOverseer ? 'new' : 'write');
  return (
    <>
      <PageHead trail={<Link href="/notices">{t('title')}</Link>} title={title} />
      {corrects ? <Correcting noticeId={corrects} /> : <NoticeForm corrected={null} />}
    </>
  );
}

function Correcting({ noticeId }: { noticeId: string }) {
  const query = useApiQuery(readNotice, { params: { noticeId } });
  return <QueryView query={query}>{(corrected) => <NoticeForm corrected={corrected} />}</QueryView>;
}
