import { type ConvoyFile, moveStop, type Stop } from '@qafila/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shared/format/index.ts';
import { useWord } from '../../shared/i18n/index.ts';
import { ConfirmDialog } from '../../shared/ui/index.ts';
import { SiteSelect } from '../sites/index.ts';
import { useConvoyChange } from './convoy-change.ts';

type SkipStopDialogProps = { file: ConvoyFile; stop: Stop; opened: boolean; onClose: () => void };

/** Skipping sends the stop's goods back: to the origin unless another warehouse is chosen. */
export function SkipStopDialog({ file, stop, opened, onClose }: SkipStopDialogProps) {
  const { t } = useTranslation('convoys');
  const { name } = useFormat();
  const word = useWord();
  const [siteId, setSiteId] = useState<string | null>(file.convoy.origin.id);
  const change = useConvoyChange(file.convoy, moveStop);
  const hasGoods = file.lines.some((line) => line.stopId === stop.id && line.loadedQuantity > 0);
  return (
    <ConfirmDialog
      opened={opened}
      onClose={onClose}
      title={t('ask.skip', { site: name(stop.site) })}
      confirmLabel={word.command('stop', 'skip')}
      danger
      reason="required"
      onConfirm={(reason) =>
        change.mutateAsync({
          params: { stopId: stop.id },
          body: { command: 'skip', reason, returnToSiteId: hasGoods ? siteId : null },
        })
      }
    >
      <p>{hasGoods ? t('ask.skipText') : t('ask.returnNone')}</p>
      {hasGoods && (
        <SiteSelect
          kinds={['warehouse', 'collection_point']}
          label={t('ask.returnTo')}
          value={siteId}
          onChange={setSiteId}
          required
        />
      )}
    </ConfirmDialog>
  );
}
