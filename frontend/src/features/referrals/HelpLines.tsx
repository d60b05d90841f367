import { ActionIcon, Button, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { LIMITS } from '@qafila/contract';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shared/format/index.ts';
import { QuantityInput } from '../../shared/ui/index.ts';
import { ItemSelect, useItem } from '../items/index.ts';
import classes from './Forms.module.css';
import { type HelpValues, newLine } from './help.ts';

type HelpLinesProps = { form: UseFormReturnType<HelpValues> };

/** What was given: goods of the catalogue, or anything in words. */
export function HelpLines({ form }: HelpLinesProps) {
  const { t } = useTranslation('referrals');
  const { lines } = form.values;
  return (
    <fieldset className={classes.lines}>
      <legend>{t('help.lines')}</legend>
      {lines.map((_line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place in the form
        <Line key={index} form={form} index={index} />
      ))}
      {lines.length < LIMITS.helpLines && (
        <div className={classes.add}>
          {(['item', 'words'] as const).map((of) => (
            <Button
              key={of}
              size="compact-sm"
              variant="subtle"
              leftSection={<IconPlus size={14} aria-hidden="true" />}
              onClick={() => form.insertListItem('lines', newLine(of))}
            >
              {t(`help.add.${of}`)}
            </Button>
          ))}
        </div>
      )}
    </fieldset>
  );
}

function Line({ form, index }: HelpLinesProps & { index: number }) {
  const { t } = useTranslation('referrals');
  const { number, unit } = useFormat();
  const line = form.values.lines[index];
  const item = useItem(line?.itemId ?? null);
  const place = number(index + 1);
  const description = form.getInputProps(`lines.${index}.description`);
  return (
    <div className={classes.line}>
      {line?.of === 'item' ? (
        <ItemSelect
          aria-label={t('help.itemOf', { place })}
          placeholder={t('help.item')}
          {...description}
          value={line.itemId}
          onChange={(itemId) => form.setFieldValue(`lines.${index}.itemId`, itemId)}
        />
      ) : (
        <TextInput
          aria-label={t('help.whatOf', { place })}
          placeholder={t('help.what')}
          autoComplete="off"
          spellCheck={false}
          {...description}
        />
      )}
      <QuantityInput
        aria-label={t('help.quantityOf', { place })}
        {...(item && { unit: unit(item.unit) })}
        {...form.getInputProps(`lines.${index}.quantity`)}
      />
      <ActionIcon
        size={36}
        aria-label={t('help.removeLine', { place })}
        onClick={() => form.removeListItem('lines', index)}
      >
        <IconX size={16} />
      </ActionIcon>
    </div>
  );
}
