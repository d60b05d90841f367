import { Button } from '@mantine/core';
import { listShareLinks, type ShareLink } from '@qafila/contract';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'wouter';
import { useApiQuery } from '../../shared/api/index.ts';
import { useFormat } from '../../shared/format/index.ts';
import { EmptyNote, PageHead, Panel, QueryView, useNow, useUrlState } from '../../shared/ui/index.ts';
import { NewLinkDialog } from './NewLinkDialog.tsx';
import { OpenLinkDialog } from './OpenLinkDialog.tsx';
import { ShareLinkRow } from './ShareLinkRow.tsx';
import classes from './ShareLinksPage.module.css';
import { byState } from './share-view.ts';

const READ_EVERY_MS = 60_000;

/** Links that show the campaign to people without an account: `/c/:campaignId/links`. */
export function ShareLinksPage() {
  const { t } = useTranslation('share-links');
  const { campaignId = '' } = useParams<{ campaignId: string }>();
  const [dialog, setDialog] = useUrlState('dialog', '');
  const [shown, setShown] = useState<ShareLink | null>(null);
  const query = useApiQuery(listShareLinks, { params: { campaignId } }, { refetchIntervalMs: READ_EVERY_MS });
  return (
    <>
      <PageHead
        title={t('title')}
        actions={
          <Button leftSection={<IconPlus size={16} aria-hidden="true" />} onClick={() => setDialog('new')}>
            {t('new')}
          </Button>
        }
      />
      <QueryView query={query}>{(links) => <Links links={links} onShow={setShown} />}</QueryView>
      {dialog === 'new' && (
        <NewLinkDialog
          campaignId={campaignId}
          onClose={() => setDialog(null)}
          onMade={(link) => {
            setDialog(null);
            setShown(link);
          }}
        />
      )}
      {shown?.path && <OpenLinkDialog link={shown} path={shown.path} onClose={() => setShown(null)} />}
    </>
  );
}

type LinksProps = { links: readonly ShareLink[]; onShow: (link: ShareLink) => void };

function Links({ links, onShow }: LinksProps) {
  const { t } = useTranslation('share-links');
  const { number } = useFormat();
  const now = useNow();
  const { open, ended } = byState(links, now);
  return (
    <>
      <Panel flush title={t('open')} note={number(open.length)}>
        {open.length === 0 && <EmptyNote title={t('none')}>{t('noneText')}</EmptyNote>}
        <ul className={classes.list}>
          {open.map((link) => (
            <ShareLinkRow key={link.id} link={link} now={now} onShow={onShow} />
          ))}
        </ul>
      </Panel>
      {ended.length > 0 && (
        <Panel flush>
          <details className={classes.ended}>
            <summary>{t('ended', { count: ended.length })}</summary>
            <ul className={classes.list}>
              {ended.map((link) => (
                <ShareLinkRow key={link.id} link={link} now={now} onShow={onShow} />
              ))}
            </ul>
          </details>
        </Panel>
      )}
    </>
  );
}
