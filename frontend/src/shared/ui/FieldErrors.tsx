import { type MouseEvent, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { FormFailure } from '../forms/form-failure.ts';
import { Code } from './Code.tsx';
import classes from './FieldErrors.module.css';
import { StageGlyph } from './StageGlyph.tsx';

/** Why a form was not saved: every fault at once, each a link to its field; it takes the focus when it appears. */
export function FieldErrors({ failure }: { failure: FormFailure | undefined }) {
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  useEffect(
    function bringIntoView() {
      if (failure) box.current?.focus();
    },
    [failure],
  );
  if (!failure) return null;
  const { faults, reason, request } = failure;
  return (
    <div ref={box} className={classes.summary} role="alert" tabIndex={-1}>
      <strong className={classes.title}>
        <StageGlyph glyph="incident" size={16} />
        {reason ?? t('form.failed', { count: faults.length })}
      </strong>
      {faults.length > 0 && (
        <ul>
          {faults.map((fault) => (
            <li key={fault.path}>
              <a href={`#${fault.fieldId}`} onClick={(event) => goToField(event, fault.fieldId)}>
                {fault.label}
              </a>
              {': '}
              {fault.message}
            </li>
          ))}
        </ul>
      )}
      <small>
        {request && (
          <>
            {t('form.request')} <Code muted>{request}</Code>
            {' · '}
          </>
        )}
        {t('form.kept')}
      </small>
    </div>
  );
}

function goToField(event: MouseEvent, fieldId: string): void {
  const field = document.getElementById(fieldId);
  if (!field) return;
  event.preventDefault();
  field.focus();
  field.scrollIntoView({ block: 'center' });
}
