import { Button, Checkbox } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { Code, CopyTextButton, PageHead, Panel } from '../../shared/ui/index.ts';
import { addressOfKey, type Key } from './application-key.ts';
import classes from './KeyCard.module.css';

/** The reference and the secret, shown this once: to be copied, printed or written down before going on. */
export function KeyCard({ of }: { of: Key }) {
  const { t } = useTranslation('applications');
  const [, navigate] = useLocation();
  const [isKept, setKept] = useState(false);
  const text = [
    `${t('key.reference')}: ${of.reference}`,
    `${t('key.secret')}: ${of.secret}`,
    addressOfKey(of),
  ].join('\n');
  return (
    <>
      <PageHead title={t('key.title')} />
      <Panel>
        <div className={classes.card}>
          <p>{t('key.text')}</p>
          <dl className={classes.key}>
            <div>
              <dt>{t('key.reference')}</dt>
              <dd data-testid="reference">
                <Code>{of.reference}</Code>
              </dd>
            </div>
            <div>
              <dt>{t('key.secret')}</dt>
              <dd data-testid="secret">
                <Code>{of.secret}</Code>
              </dd>
            </div>
          </dl>
          <div className={classes.actions}>
            <CopyTextButton text={text} of={t('key.both')} />
            <Button
              variant="default"
              leftSection={<IconPrinter size={16} aria-hidden="true" />}
              onClick={() => window.print()}
            >
              {t('action.print')}
            </Button>
          </div>
          <Checkbox
            label={t('key.isKept')}
            checked={isKept}
            onChange={(event) => setKept(event.currentTarget.checked)}
          />
          <Button
            disabled={!isKept}
            className={classes.go ?? ''}
            onClick={() => navigate('/apply/status?step=documents')}
          >
            {t('key.go')}
          </Button>
        </div>
      </Panel>
    </>
  );
}
