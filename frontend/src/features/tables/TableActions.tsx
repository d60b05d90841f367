import { Button, Menu } from '@mantine/core';
import { TableFormat } from '@qafila/contract';
import { IconDownload, IconTable, IconUpload } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addressOf } from '../../shared/api/index.ts';
import { usePreferences } from '../../shared/i18n/index.ts';
import { ImportDialog } from './ImportDialog.tsx';
import type { TableOf } from './table-of.ts';

/** Saving a list as a table, and reading it from one. */
export function TableActions(table: TableOf) {
  const { t } = useTranslation('tables');
  const language = usePreferences((preferences) => preferences.language);
  const [isImporting, setImporting] = useState(false);
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button variant="default" leftSection={<IconTable size={16} aria-hidden="true" />}>
            {t('open')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {TableFormat.options.map((format) => (
            <Menu.Item
              key={format}
              component="a"
              href={addressOf(table.save, { query: { format, language } })}
              download
              leftSection={<IconDownload size={16} aria-hidden="true" />}
            >
              {t(`save.${format}`)}
            </Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Item
            leftSection={<IconUpload size={16} aria-hidden="true" />}
            onClick={() => setImporting(true)}
          >
            {t('read')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {isImporting && <ImportDialog table={table} onClose={() => setImporting(false)} />}
    </>
  );
}
