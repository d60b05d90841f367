import type { Hazard } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { isolated } from '../../shared/format/bidi.ts';
import { ConfirmButton, notifyDone } from '../../shared/ui/index.ts';
import { useHazardName } from './HazardFacts.tsx';
import { useEndHazard } from './use-hazards.ts';

type EndHazardButtonProps = { hazard: Hazard; onEnded?: () => void; size?: 'compact-sm' };

/** Says with a reason that a hazard is over. */
export function EndHazardButton({ hazard, onEnded, size }: EndHazardButtonProps) {
  const { t } = useTranslation('hazards');
  const nameOf = useHazardName();
  const end = useEndHazard(hazard);
  return (
    <ConfirmButton
      label={t('end.label')}
      title={t('end.title', { name: isolated(nameOf(hazard)) })}
      message={t('end.text')}
      confirmLabel={t('end.confirm')}
      reason="required"
      button={{ variant: 'default', ...(size && { size }) }}
      onConfirm={async (reason) => {
        await end(reason);
        notifyDone(t('end.done'));
        onEnded?.();
      }}
    />
  );
}
