import { Button } from '@mantine/core';
import { type ConvoyFile, readConvoy } from '@qafila/contract';
import { IconPrinter, IconStack2 } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'wouter';
import { useApiQuery } from '../../shared/api/index.ts';
import { EmptyNote, PageHead, QueryView } from '../../shared/ui/index.ts';
import { ConvoyMeta, ConvoyTitle, isManifestOpen, ReadinessPanel } from '../convoys/index.ts';
import classes from './BuilderPage.module.css';
import { ConvoyTotals } from './ConvoyTotals.tsx';
import { FillPreview } from './FillPreview.tsx';
import { GoodsPanel } from './GoodsPanel.tsx';
import { useBuilder } from './use-builder.ts';
import { useFill } from './use-fill.ts';
import { useVehicleKeys } from './use-vehicle-keys.ts';
import { VehicleStack } from './VehicleStack.tsx';

export function BuilderPage() {
  const { convoyId = '' } = useParams();
  const query = useApiQuery(readConvoy, { params: { convoyId } });
  return <QueryView query={query}>{(file) => <BuilderView file={file} />}</QueryView>;
}

function BuilderView({ file }: { file: ConvoyFile }) {
  const { t } = useTranslation('builder');
  const { convoy } = file;
  const isOpen = isManifestOpen(convoy.status);
  const builder = useBuilder(file);
  const fill = useFill(file, isOpen);
  useVehicleKeys(convoy.vehicles, builder.chooseVehicle);
  const page = `/c/${convoy.campaignId}/convoys/${convoy.id}`;
  return (
    <>
      <PageHead
        trail={<Link href={page}>{t('page')}</Link>}
        title={<ConvoyTitle convoy={convoy} />}
        documentTitle={convoy.code}
        meta={<ConvoyMeta convoy={convoy} />}
        actions={
          <>
            {file.waybills.length > 0 && (
              <Button
                component={Link}
                href={page}
                variant="default"
                leftSection={<IconPrinter size={16} aria-hidden="true" />}
              >
                {t('waybills')}
              </Button>
            )}
            {isOpen && (
              <Button
                variant="light"
                leftSection={<IconStack2 size={16} aria-hidden="true" />}
                aria-pressed={fill.isShown}
                disabled={convoy.vehicles.length === 0}
                onClick={fill.isShown ? fill.discard : fill.show}
              >
                {t('fill')}
              </Button>
            )}
          </>
        }
      />
      {isOpen ? (
        <div className={classes.columns}>
          <div className={classes.goods}>
            <GoodsPanel builder={builder} fill={fill} />
          </div>
          {fill.isShown && (
            <div className={classes.preview}>
              <FillPreview file={file} fill={fill} />
            </div>
          )}
          <div className={classes.vehicles}>
            <VehicleStack builder={builder} fill={fill} />
          </div>
          <div className={classes.aside}>
            <ReadinessPanel file={file} />
            <ConvoyTotals builder={builder} fill={fill} />
          </div>
        </div>
      ) : (
        <EmptyNote title={t('closedTitle')}>
          {t('closedText')} <Link href={page}>{t('page')}</Link>
        </EmptyNote>
      )}
    </>
  );
}
