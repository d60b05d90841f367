import { Button } from '@mantine/core';
import { type BoardMember, listBoard, termState } from '@qafila/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApiQuery } from '../../shared/api/index.ts';
import { calendarDay, useFormat } from '../../shared/format/index.ts';
import {
  DataTable,
  EditCell,
  EditHead,
  EmptyNote,
  type Glyph,
  Panel,
  QueryView,
  StageGlyph,
} from '../../shared/ui/index.ts';
import { useCan } from '../session/index.ts';
import classes from './BoardPanel.module.css';
import { TermDialog } from './TermDialog.tsx';

/** Who leads it and until when; terms that are over are its history. */
export function BoardPanel({ associationId }: { associationId: string }) {
  const { t } = useTranslation('associations');
  const canMaintain = useCan()('association:maintain');
  const query = useApiQuery(listBoard, { params: { associationId } });
  const [edited, edit] = useState<BoardMember | 'new'>();
  const [withPast, setWithPast] = useState(false);
  const today = calendarDay(new Date());
  const isPast = (term: BoardMember) => termState(term, today) === 'ended';
  const past = query.data?.filter(isPast).length ?? 0;
  return (
    <Panel
      flush
      title={t('board.title')}
      aside={
        canMaintain && (
          <Button size="xs" variant="light" onClick={() => edit('new')}>
            {t('board.add')}
          </Button>
        )
      }
    >
      <QueryView query={query}>
        {(terms) => {
          const shown = withPast ? terms : terms.filter((term) => !isPast(term));
          return shown.length > 0 ? (
            <BoardTable terms={shown} today={today} {...(canMaintain && { onEdit: edit })} />
          ) : (
            <EmptyNote title={t('board.empty')}>{t('board.emptyText')}</EmptyNote>
          );
        }}
      </QueryView>
      {past > 0 && (
        <div className={classes.past}>
          <Button size="xs" variant="subtle" onClick={() => setWithPast(!withPast)}>
            {withPast ? t('board.hidePast') : t('board.showPast', { count: past })}
          </Button>
        </div>
      )}
      {edited && (
        <TermDialog
          associationId={associationId}
          term={edited === 'new' ? undefined : edited}
          onClose={() => edit(undefined)}
        />
      )}
    </Panel>
  );
}

type BoardTableProps = {
  terms: readonly BoardMember[];
  today: string;
  onEdit?: (term: BoardMember) => void;
};

const GLYPHS: Readonly<Record<ReturnType<typeof termState>, Glyph>> = {
  ahead: 'planned',
  current: 'settled',
  ending: 'delayed',
  ended: 'off',
};

function BoardTable({ terms, today, onEdit }: BoardTableProps) {
  const { t } = useTranslation('associations');
  const { fullDate } = useFormat();
  return (
    <DataTable isStacked caption={t('board.title')}>
      <thead>
        <tr>
          <th scope="col">{t('board.name')}</th>
          <th scope="col">{t('board.position')}</th>
          <th scope="col">{t('board.startsOn')}</th>
          <th scope="col">{t('board.endsOn')}</th>
          <th scope="col">{t('board.term')}</th>
          {onEdit && <EditHead />}
        </tr>
      </thead>
      <tbody>
        {terms.map((term) => {
          const state = termState(term, today);
          return (
            <tr key={term.id}>
              <th scope="row">{term.name}</th>
              <td data-label={t('board.position')}>{t(`position.${term.position}`)}</td>
              <td data-label={t('board.startsOn')}>{fullDate(term.startsOn)}</td>
              <td data-label={t('board.endsOn')}>{fullDate(term.endsOn)}</td>
              <td data-label={t('board.term')}>
                <span className={classes.state}>
                  <StageGlyph glyph={GLYPHS[state]} />
                  {t(`term.${state}`)}
                </span>
              </td>
              {onEdit && <EditCell label={t('edit', { name: term.name })} onEdit={() => onEdit(term)} />}
            </tr>
          );
        })}
      </tbody>
    </DataTable>
  );
}
