import { Button, Select, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { BoardPosition, LIMITS } from '@qafila/contract';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shared/format/index.ts';
import { DayInput } from '../../shared/ui/index.ts';
import classes from './BoardStep.module.css';
import { type ApplicationValues, nextRow } from './values.ts';

type Form = UseFormReturnType<ApplicationValues>;

/** The founders as the first board. */
export function BoardStep({ form }: { form: Form }) {
  const { t } = useTranslation('applications');
  const { board } = form.values;
  const { id } = form.getInputProps('board') as { id?: string };
  return (
    <>
      <p className={classes.rule}>{t('board.rule', { count: LIMITS.boardMin })}</p>
      {board.length > 0 && (
        <ol className={classes.board}>
          {board.map((_, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place in the form
            <BoardRowFields key={index} form={form} index={index} />
          ))}
        </ol>
      )}
      {board.length < LIMITS.boardMax && (
        <Button
          variant="default"
          leftSection={<IconPlus size={16} aria-hidden="true" />}
          {...(id && { id })}
          onClick={() => form.insertListItem('board', nextRow(board))}
          className={classes.add ?? ''}
        >
          {t('board.add')}
        </Button>
      )}
    </>
  );
}

function BoardRowFields({ form, index }: { form: Form; index: number }) {
  const { t } = useTranslation('applications');
  const { number } = useFormat();
  const positions = BoardPosition.options.map((value) => ({
    value,
    label: t(`associations:position.${value}`),
  }));
  const field = (name: string) => form.getInputProps(`board.${index}.${name}`);
  return (
    <li className={classes.member}>
      <div className={classes.head}>
        <h3>{t('board.member', { member: number(index + 1) })}</h3>
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          leftSection={<IconTrash size={16} aria-hidden="true" />}
          aria-label={t('board.removeOf', { member: number(index + 1) })}
          onClick={() => form.removeListItem('board', index)}
        >
          {t('action.remove')}
        </Button>
      </div>
      <div className={classes.fields}>
        <TextInput label={t('board.name')} required {...field('name')} />
        <Select
          label={t('board.position')}
          required
          allowDeselect={false}
          data={positions}
          {...field('position')}
        />
        <DayInput label={t('board.startsOn')} required {...field('startsOn')} />
        <DayInput label={t('board.endsOn')} required {...field('endsOn')} />
      </div>
    </li>
  );
}
