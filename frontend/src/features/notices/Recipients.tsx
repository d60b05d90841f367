import { SegmentedControl } from '@mantine/core';
import type { Notice, NoticeThread } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shared/format/index.ts';
import { EmptyNote, Panel, useUrlState } from '../../shared/ui/index.ts';
import { PagesView } from '../../shared/ui/records/index.ts';
import classes from './Notices.module.css';
import { RecipientsTable } from './RecipientsTable.tsx';
import { Thread } from './Thread.tsx';
import { useThreads } from './use-pages.ts';

const STATES = ['any', 'unacknowledged', 'acknowledged', 'replied'] as const;
type State = (typeof STATES)[number];

/** Everyone it was sent to, how far acknowledging has come, and the thread with the one in hand. */
export function Recipients({ notice }: { notice: Notice }) {
  const { t } = useTranslation('notices');
  const [state, setState] = useUrlState<State>('state', 'any');
  const [inHand, setInHand] = useUrlState('with', '');
  const pages = useThreads(notice.id, { state });
  const threads = pages.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <>
      <Panel
        flush
        title={t('recipients')}
        aside={
          <SegmentedControl
            size="xs"
            aria-label={t('state.label')}
            data={STATES.map((value) => ({ value, label: t(`state.${value}`) }))}
            value={state}
            onChange={(value) => setState(value as State)}
          />
        }
      >
        <Reached notice={notice} />
        <PagesView query={pages} empty={<EmptyNote title={t('noneFound')} />}>
          {(items) => (
            <RecipientsTable
              threads={items}
              inHand={inHand}
              onShow={({ association }) => setInHand(association.id === inHand ? null : association.id)}
            />
          )}
        </PagesView>
      </Panel>
      {inHand !== '' && (
        <InHand
          notice={notice}
          thread={threads.find((it) => it.association.id === inHand)}
          associationId={inHand}
        />
      )}
    </>
  );
}

type InHandProps = { notice: Notice; thread: NoticeThread | undefined; associationId: string };

function InHand({ notice, thread, associationId }: InHandProps) {
  const { name } = useFormat();
  return (
    <section className={classes.inHand} aria-label={thread && name(thread.association)}>
      {thread && <h2 className={classes.heading}>{name(thread.association)}</h2>}
      <Thread notice={notice} associationId={associationId} />
    </section>
  );
}

function Reached({ notice: { progress } }: { notice: Notice }) {
  const { t } = useTranslation('notices');
  const { number } = useFormat();
  if (!progress) return null;
  const { reached, acknowledged } = progress;
  return (
    <div className={classes.reached}>
      <span>{t('progress', { acknowledged: number(acknowledged), reached: number(reached) })}</span>
      <progress className={classes.bar} max={reached} value={acknowledged} aria-hidden="true" />
    </div>
  );
}
