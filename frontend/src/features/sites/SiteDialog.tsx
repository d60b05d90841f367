import { createSite, type Site, updateSite } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shared/format/index.ts';
import { useApiForm, useEdited } from '../../shared/forms/index.ts';
import { Dialog, StaleNotice } from '../../shared/ui/index.ts';
import { SiteForm } from './SiteForm.tsx';
import { NO_SITE, toSiteBody, toSiteValues, useSiteForm } from './site-values.ts';

type SiteDialogProps = {
  /** The site to change; a new one when undefined. */
  site: Site | undefined;
  onClose: () => void;
};

export function SiteDialog({ site, onClose }: SiteDialogProps) {
  const { t } = useTranslation('sites');
  const { name } = useFormat();
  const title = site ? t('form.editTitle', { name: name(site) }) : t('form.newTitle');
  return (
    <Dialog opened onClose={onClose} title={title} size={720}>
      {site ? <EditSite site={site} onClose={onClose} /> : <NewSite onClose={onClose} />}
    </Dialog>
  );
}

function NewSite({ onClose }: { onClose: () => void }) {
  const { labels, finish } = useSiteForm('form.created', onClose);
  const api = useApiForm({
    endpoint: createSite,
    target: {},
    initialValues: NO_SITE,
    labels,
    toBody: toSiteBody,
    onDone: finish,
  });
  return <SiteForm {...api} onCancel={onClose} />;
}

type EditProps = { site: Site; onClose: () => void };

function EditSite({ site, onClose }: EditProps) {
  const { started, isStale, reload } = useEdited(site);
  return (
    <>
      {isStale && <StaleNotice onReload={reload} />}
      <EditSiteForm key={started.version} site={started} onClose={onClose} />
    </>
  );
}

function EditSiteForm({ site, onClose }: EditProps) {
  const { labels, finish } = useSiteForm('form.saved', onClose);
  const api = useApiForm({
    endpoint: updateSite,
    target: { params: { siteId: site.id } },
    ifMatch: site.version,
    initialValues: toSiteValues(site),
    labels,
    toBody: toSiteBody,
    onDone: finish,
  });
  return <SiteForm {...api} onCancel={onClose} />;
}
