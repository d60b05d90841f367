import { Button, Select } from '@mantine/core';
import { openFinances } from '@qafila/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { invalidateWork, queryClient, useApiMutation } from '../../shared/api/index.ts';
import { calendarDay, useFormat } from '../../shared/format/index.ts';
import { ConfirmDialog } from '../../shared/ui/index.ts';

const YEARS_BACK = 10;

/** Begins a year that is not there yet, and leads to it. */
export function OpenYear({ associationId, taken }: { associationId: string; taken: readonly number[] }) {
  const { t } = useTranslation('finances');
  const { digits } = useFormat();
  const [, goTo] = useLocation();
  const { mutateAsync } = useApiMutation(openFinances);
  const now = Number(calendarDay(new Date()).slice(0, 4));
  const free = Array.from({ length: YEARS_BACK }, (_, back) => now - back).filter(
    (year) => !taken.includes(year),
  );
  const [isOpen, setOpen] = useState(false);
  const [year, setYear] = useState<string | null>(null);
  const chosen = year ?? String(free.find((it) => it < now) ?? free[0] ?? now);
  return (
    <>
      <Button size="xs" disabled={free.length === 0} onClick={() => setOpen(true)}>
        {t('open.title')}
      </Button>
      <ConfirmDialog
        opened={isOpen}
        onClose={() => setOpen(false)}
        title={t('open.title')}
        confirmLabel={t('open.send')}
        onConfirm={async () => {
          const { finance } = await mutateAsync({
            params: { associationId },
            body: { year: Number(chosen) },
          });
          await invalidateWork(queryClient, ['finances']);
          goTo(`/finances/${finance.id}`);
        }}
      >
        <Select
          label={t('year')}
          allowDeselect={false}
          data={free.map((it) => ({ value: String(it), label: digits(String(it)) }))}
          value={chosen}
          onChange={setYear}
        />
      </ConfirmDialog>
    </>
  );
}
