import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isProblem } from '../../shared/api/index.ts';
import { PageHead, Panel, QueryView } from '../../shared/ui/index.ts';
import { ApplicationView } from './ApplicationView.tsx';
import { findKey, forgetKey, type Key, keepKey } from './application-key.ts';
import { KeyForm } from './KeyForm.tsx';
import { useApplication } from './use-application.ts';

/** Where an application stands, to whoever has its key. */
export function StatusPage() {
  const [key, setKey] = useState(findKey);
  const leave = () => {
    forgetKey();
    setKey(undefined);
  };
  const enter = (entered: Key) => {
    keepKey(entered);
    setKey(entered);
  };
  return key ? <Opened of={key} onEnter={enter} onLeave={leave} /> : <AskKey onEnter={enter} />;
}

type OpenedProps = { of: Key; onEnter: (key: Key) => void; onLeave: () => void };

function Opened({ of, onEnter, onLeave }: OpenedProps) {
  const query = useApplication(of);
  if (isProblem(query.error, 'application_not_found')) {
    return <AskKey onEnter={onEnter} refused={of} error={query.error} />;
  }
  return (
    <QueryView query={query}>
      {(application) => <ApplicationView application={application} of={of} onLeave={onLeave} />}
    </QueryView>
  );
}

type AskKeyProps = { onEnter: (key: Key) => void; refused?: Key; error?: unknown };

function AskKey(props: AskKeyProps) {
  const { t } = useTranslation('applications');
  return (
    <>
      <PageHead title={t('status.title')} />
      <Panel>
        <KeyForm key={props.refused?.secret} {...props} />
      </Panel>
    </>
  );
}
