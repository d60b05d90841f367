import { Button, Menu } from '@mantine/core';
import { downloadTrack, TrackFormat } from '@qafila/contract';
import { IconDownload, IconPrinter } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { addressOf } from '../../shared/api/index.ts';

/** The whole track as a file, and the report on paper. */
export function Downloads({ convoyId }: { convoyId: string }) {
  const { t } = useTranslation('movement');
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button
            variant="default"
            className="no-print"
            leftSection={<IconDownload size={16} aria-hidden="true" />}
          >
            {t('download')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {TrackFormat.options.map((format) => (
            <Menu.Item
              key={format}
              component="a"
              href={addressOf(downloadTrack, { params: { convoyId, format } })}
              download
            >
              {t(`format.${format}`)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <Button
        variant="default"
        className="no-print"
        leftSection={<IconPrinter size={16} aria-hidden="true" />}
        onClick={() => window.print()}
      >
        {t('action.print')}
      </Button>
    </>
  );
}
