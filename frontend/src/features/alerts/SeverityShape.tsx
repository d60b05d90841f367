import type { AlertSeverity } from '@qafila/contract';

const SHAPES: Readonly<Record<AlertSeverity, string>> = {
  critical: 'M1.5 0 5 3.5 8.5 0 10 1.5 6.5 5 10 8.5 8.5 10 5 6.5 1.5 10 0 8.5 3.5 5 0 1.5Z',
  warning: 'M5 .5 10 9.5H0Z',
  notice: 'M5 1a4 4 0 1 1 0 8 4 4 0 0 1 0-8Z',
};

/** How grave, by shape; the colour is that of the text beside it. */
export function SeverityShape({ severity, size = 8 }: { severity: AlertSeverity; size?: number }) {
  return (
    <svg viewBox="0 0 10 10" width={size} height={size} fill="currentColor" aria-hidden="true">
      <path d={SHAPES[severity]} />
    </svg>
  );
}
