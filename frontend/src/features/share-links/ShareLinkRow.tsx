import { Button } from '@mantine/core';
import { revokeShareLink, type ShareLink } from '@qafila/contract';
import { IconDeviceTv, IconExternalLink, IconQrcode, IconRoute } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'wouter';
import { invalidateTopics, queryClient, useApiMutation } from '../../shared/api/index.ts';
import { useFormat } from '../../shared/format/index.ts';
import { usePreferences } from '../../shared/i18n/index.ts';
import { Code, ConfirmButton, CopyTextButton, notifyDone } from '../../shared/ui/index.ts';
import classes from './ShareLinksPage.module.css';
import { addressOf, stateOf } from './share-view.ts';

type ShareLinkRowProps = { link: ShareLink; now: Date; onShow: (link: ShareLink) => void };

/** One link: what it shows and to whom, until when, and whether anybody looks. */
export function ShareLinkRow({ link, now, onShow }: ShareLinkRowProps) {
  const { t } = useTranslation('share-links');
  const { date, relative, when } = useFormat();
  const state = stateOf(link, now);
  const Icon = link.kind === 'wall' ? IconDeviceTv : IconRoute;
  return (
    <li className={classes.link} data-ended={state !== 'open' || undefined}>
      <span className={classes.icon}>
        <Icon size={22} stroke={1.6} aria-hidden="true" />
      </span>
      <div>
        <div className={classes.title}>
          <strong>{link.label}</strong>
          <span>
            {t(`kind.${link.kind}`)} {link.convoy && <Code>{link.convoy.code}</Code>}
          </span>
          <span className={classes.precision}>{t(`precision.${link.precision}`)}</span>
        </div>
        <div className={classes.facts}>
          <span>
            <b>
              {state === 'revoked'
                ? t('revokedAt', { when: when(link.revokedAt ?? now, now) })
                : t(state === 'open' ? 'expires' : 'expired', {
                    when: when(link.expiresAt, now),
                    span: relative(link.expiresAt, now),
                  })}
            </b>
          </span>
          <span>
            {link.lastUsedAt
              ? t('used', { ago: relative(link.lastUsedAt, now), count: link.useCount })
              : t('neverUsed')}
          </span>
          <span>{t('madeBy', { name: link.createdByName, date: date(link.createdAt, now) })}</span>
        </div>
      </div>
      {state === 'open' && link.path && <Actions link={link} path={link.path} onShow={onShow} />}
    </li>
  );
}

type ActionsProps = Pick<ShareLinkRowProps, 'link' | 'onShow'> & { path: string };

function Actions({ link, path, onShow }: ActionsProps) {
  const { t } = useTranslation('share-links');
  const { campaignId = '' } = useParams<{ campaignId: string }>();
  const language = usePreferences((preferences) => preferences.language);
  const address = addressOf(window.location.origin, path, language);
  const { mutateAsync } = useApiMutation(revokeShareLink);
  const named = { name: link.label };
  return (
    <div className={classes.actions}>
      <CopyTextButton text={address} of={link.label} size="compact-sm" />
      <Button
        size="compact-sm"
        variant="default"
        leftSection={<IconQrcode size={16} aria-hidden="true" />}
        aria-label={t('showNamed', named)}
        onClick={() => onShow(link)}
      >
        {t('show')}
      </Button>
      <Button
        component="a"
        href={address}
        target="_blank"
        rel="noreferrer"
        size="compact-sm"
        variant="default"
        leftSection={<IconExternalLink size={16} aria-hidden="true" />}
        aria-label={`${t('openNamed', named)} (${t('page.opensNewWindow')})`}
      >
        {t('openIt')}
      </Button>
      <ConfirmButton
        label={t('revoke')}
        title={t('revokeTitle', named)}
        message={t('revokeText')}
        confirmLabel={t('revoke')}
        danger
        button={{ size: 'compact-sm', variant: 'subtle', color: 'red' }}
        onConfirm={async () => {
          await mutateAsync({ params: { shareLinkId: link.id } });
          notifyDone(t('revoked'));
          await invalidateTopics(queryClient, campaignId, ['shares']);
        }}
      />
    </div>
  );
}
