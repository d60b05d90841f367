import { Button, Textarea } from '@mantine/core';
import { type Referral, referReferral, suggestAssociations } from '@qafila/contract';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { invalidateWork, queryClient, useApiQuery } from '../../shared/api/index.ts';
import { useFormat } from '../../shared/format/index.ts';
import { useApiForm } from '../../shared/forms/index.ts';
import { EmptyNote, FieldErrors, FormShell, notifyDone, Panel, QueryView } from '../../shared/ui/index.ts';
import { useAidWord } from '../../shared/ui/records/index.ts';
import { useGovernorateName } from '../sites/index.ts';
import { PRIVATE } from './private.ts';
import classes from './ReferPanel.module.css';
import { type Suggestion, SuggestionRow } from './SuggestionRow.tsx';

/** Whom to refer the citizen to: those that give this aid there, with what each has in hand already. */
export function ReferPanel({ referral }: { referral: Referral }) {
  const { t } = useTranslation('referrals');
  const { aid } = useAidWord();
  const governorateOf = useGovernorateName();
  const query = useApiQuery(suggestAssociations, { params: { referralId: referral.id } });
  return (
    <Panel
      title={t('refer.title')}
      note={t('refer.note', { aid: aid(referral), governorate: governorateOf(referral.governorateCode) })}
    >
      <QueryView query={query}>
        {(suggestions) =>
          suggestions.length > 0 ? (
            <ReferForm referral={referral} suggestions={suggestions} />
          ) : (
            <EmptyNote title={t('refer.none')}>{t('refer.noneText')}</EmptyNote>
          )
        }
      </QueryView>
    </Panel>
  );
}

type ReferFormProps = { referral: Referral; suggestions: readonly Suggestion[] };

function ReferForm({ referral, suggestions }: ReferFormProps) {
  const { t } = useTranslation('referrals');
  const { name } = useFormat();
  const group = useId();
  const { form, submit, isSubmitting, failure, idOf } = useApiForm({
    endpoint: referReferral,
    target: { params: { referralId: referral.id } },
    initialValues: { associationId: null as string | null, note: '' },
    labels: { associationId: t('field.association'), note: t('field.note') },
    onDone: async () => {
      notifyDone(t('refer.done'));
      await invalidateWork(queryClient, ['referrals']);
    },
  });
  const chosen = suggestions.find(({ association }) => association.id === form.values.associationId);
  const most = Math.max(...suggestions.map(({ load }) => load.open));
  return (
    <FormShell onSubmit={submit}>
      <FieldErrors failure={failure} />
      <fieldset className={classes.suggestions} id={idOf('associationId')} tabIndex={-1}>
        <legend className="visually-hidden">{t('field.association')}</legend>
        {suggestions.map((suggestion) => (
          <SuggestionRow
            key={suggestion.association.id}
            group={group}
            suggestion={suggestion}
            most={most}
            isChosen={suggestion === chosen}
            onChoose={() => form.setFieldValue('associationId', suggestion.association.id)}
          />
        ))}
      </fieldset>
      <Textarea
        {...PRIVATE}
        label={t('refer.noteLabel')}
        description={t('refer.noteHint')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        autosize
        minRows={1}
        {...form.getInputProps('note')}
      />
      <div>
        <Button type="submit" size="md" loading={isSubmitting}>
          {chosen ? t('refer.to', { association: name(chosen.association) }) : t('refer.action')}
        </Button>
      </div>
    </FormShell>
  );
}
