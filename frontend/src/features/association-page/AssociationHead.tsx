import type { Association } from '@qafila/contract';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useFormat } from '../../shared/format/index.ts';
import { Notice, PageHead, StageTag } from '../../shared/ui/index.ts';
import { useCan, useUser } from '../session/index.ts';
import { ALARMS } from './tabs.ts';

/** Which association, its standing, and what is wrong with it. */
export function AssociationHead({ association }: { association: Association }) {
  const { t } = useTranslation('association-page');
  const { name, otherName } = useFormat();
  const isOwn = useUser().role === 'association';
  const can = useCan();
  return (
    <>
      <PageHead
        trail={
          isOwn ? (
            otherName(association)
          ) : (
            <>
              <Link href="/associations">{t('register')}</Link> · {otherName(association)}
            </>
          )
        }
        title={name(association)}
        meta={
          <>
            <StageTag of="association" state={association.status} />
            <span>{t(`associationKind.${association.kind}`)}</span>
            <DeclaredAs association={association} />
          </>
        }
      />
      {(association.status === 'suspended' || association.status === 'dissolved') && (
        <Notice kind="refused" title={t(`alarm.${association.status}.title`)}>
          {t(`alarm.${association.status}.text`)}
        </Notice>
      )}
      {ALARMS.filter(({ access }) => can(access)).map(({ component: Alarm }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes while the page lives
        <Suspense key={index} fallback={null}>
          <Alarm associationId={association.id} />
        </Suspense>
      ))}
    </>
  );
}

function DeclaredAs({ association: { declarationNumber, declaredOn } }: { association: Association }) {
  const { t } = useTranslation('association-page');
  const { digits, fullDate } = useFormat();
  if (declarationNumber === null || declaredOn === null) return null;
  return (
    <span>{t('declared', { number: digits(String(declarationNumber)), date: fullDate(declaredOn) })}</span>
  );
}
