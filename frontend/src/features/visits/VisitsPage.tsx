import { Button } from '@mantine/core';
import { IconChecklist, IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link, useSearch } from 'wouter';
import { PageHead, TabLinks } from '../../shared/ui/index.ts';
import { useCan } from '../session/index.ts';
import { FiguresView } from './FiguresView.tsx';
import { FindingsView } from './FindingsView.tsx';
import { NotVisitedView } from './NotVisitedView.tsx';
import { OnPhone } from './OnPhone.tsx';
import { VisitsMapView } from './VisitsMapView.tsx';
import { VisitsView } from './VisitsView.tsx';

/** In order; an association has those that list its own. */
const VIEWS = [
  { key: 'visits', view: VisitsView, isForAll: true },
  { key: 'findings', view: FindingsView, isForAll: true },
  { key: 'overdue', view: NotVisitedView, isForAll: false },
  { key: 'map', view: VisitsMapView, isForAll: false },
  { key: 'figures', view: FiguresView, isForAll: false },
] as const;

/** `/visits`: what is planned and was made, what was found, where nobody has been for long. */
export function VisitsPage() {
  const { t } = useTranslation('visits');
  const mayManage = useCan()('visit:manage');
  const wanted = new URLSearchParams(useSearch()).get('view');
  const open = VIEWS.filter(({ isForAll }) => isForAll || mayManage);
  const current = open.find(({ key }) => key === wanted) ?? VIEWS[0];
  const View = current.view;
  return (
    <>
      <PageHead title={t('title')} actions={mayManage && <Actions />} />
      <TabLinks
        label={t('views')}
        current={current.key}
        tabs={open.map(({ key }) => ({
          key,
          href: key === VIEWS[0].key ? '/visits' : `/visits?view=${key}`,
          label: t(`view.${key}`),
        }))}
      />
      <View />
    </>
  );
}

function Actions() {
  const { t } = useTranslation('visits');
  return (
    <>
      <OnPhone />
      <Button
        component={Link}
        href="/visits/templates"
        variant="default"
        leftSection={<IconChecklist size={16} aria-hidden="true" />}
      >
        {t('templates.title')}
      </Button>
      <Button component={Link} href="/visits/new" leftSection={<IconPlus size={16} aria-hidden="true" />}>
        {t('plan.label')}
      </Button>
    </>
  );
}
