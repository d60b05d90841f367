import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { EmptyNote, PageHead, Panel, TabLinks, useUrlState } from '../../shared/ui/index.ts';
import { PagesView } from '../../shared/ui/records/index.ts';
import { useCan } from '../session/index.ts';
import { AlarmRows } from './AlarmRows.tsx';
import { ChimeSwitch } from './ChimeSwitch.tsx';
import { NoticeFilters, useNoticeFilters } from './NoticeFilters.tsx';
import { NoticeRows } from './NoticeRows.tsx';
import { useAlarms, useNotices } from './use-pages.ts';

type Box = 'inbox' | 'sent' | 'reminders' | 'alarms';

/** Notices and urgent matters between the directorate and the associations: `/notices`. */
export function NoticesPage() {
  const { t } = useTranslation('notices');
  const isOverseer = useCan()('notice:oversee');
  const [box] = useUrlState<Box>('box', 'inbox');
  const boxes: Box[] = isOverseer ? ['inbox', 'sent', 'alarms', 'reminders'] : ['inbox', 'sent'];
  const tabs = boxes.map((key) => ({
    key,
    href: key === 'inbox' ? '/notices' : `/notices?box=${key}`,
    label: t(`box.${key}`),
  }));
  return (
    <>
      <PageHead
        title={t('title')}
        actions={
          <>
            <ChimeSwitch />
            <Button
              component={Link}
              href="/notices/new"
              leftSection={<IconPlus size={16} aria-hidden="true" />}
            >
              {t(isOverseer ? 'new' : 'write')}
            </Button>
          </>
        }
      />
      <TabLinks label={t('boxes')} tabs={tabs} current={box} />
      {box === 'alarms' ? <Alarms /> : <Notices key={box} box={box} />}
    </>
  );
}

function Notices({ box }: { box: Exclude<Box, 'alarms'> }) {
  const { t } = useTranslation('notices');
  const filters = useNoticeFilters();
  const pages = useNotices({ box, ...filters.query });
  const empty = filters.isNarrowed ? (
    <EmptyNote title={t('noneFound')} />
  ) : (
    <EmptyNote title={t(`none.${box}`)}>{t(`noneText.${box}`)}</EmptyNote>
  );
  return (
    <Panel flush title={t(`box.${box}`)}>
      <NoticeFilters filters={filters} />
      <PagesView query={pages} empty={empty}>
        {(notices) => <NoticeRows notices={notices} />}
      </PagesView>
    </Panel>
  );
}

function Alarms() {
  const { t } = useTranslation('notices');
  const pages = useAlarms();
  return (
    <Panel flush title={t('box.alarms')} note={t('alarmsNote')}>
      <PagesView query={pages} empty={<EmptyNote title={t('none.alarms')}>{t('noneText.alarms')}</EmptyNote>}>
        {(alarms) => <AlarmRows alarms={alarms} />}
      </PagesView>
    </Panel>
  );
}
