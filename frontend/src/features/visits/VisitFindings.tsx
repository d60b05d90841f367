import type { Visit } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { EmptyNote, Panel, useUrlState } from '../../shared/ui/index.ts';
import { FindingDialog } from './FindingDialog.tsx';
import { FindingTable } from './FindingTable.tsx';
import { NotedList } from './NotedList.tsx';

/** What has to be put right: raised when the visit is finished, noted before. */
export function VisitFindings({ visit }: { visit: Visit }) {
  const { t } = useTranslation('visits');
  const [shown, setShown] = useUrlState('finding', '');
  if (visit.status !== 'finished') return visit.noted.length > 0 && <NotedList noted={visit.noted} />;
  return (
    <Panel flush title={t('findings.title')} note={t('findings.count', { count: visit.findings.length })}>
      {visit.findings.length === 0 ? (
        <EmptyNote title={t('findings.clear')} />
      ) : (
        <FindingTable findings={visit.findings} isVisitNamed={false} onOpen={(id) => setShown(id)} />
      )}
      {shown !== '' && <FindingDialog key={shown} findingId={shown} onClose={() => setShown(null)} />}
    </Panel>
  );
}
