import { create } from 'qrcode';
import classes from './QrCode.module.css';

/** Blank modules that readers need around the code. */
const QUIET_ZONE = 2;

/** A QR code as one path, black on white in every theme. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const side = modules.size + QUIET_ZONE * 2;
  const path = Array.from(modules.data, (isDark, index) => {
    if (!isDark) return '';
    const x = (index % modules.size) + QUIET_ZONE;
    const y = Math.floor(index / modules.size) + QUIET_ZONE;
    return `M${x} ${y}h1v1h-1z`;
  }).join('');
  return (
    <svg viewBox={`0 0 ${side} ${side}`} className={classes.code} role="img" aria-label={label}>
      <path d={`M0 0h${side}v${side}H0z`} className={classes.paper} />
      <path d={path} className={classes.ink} shapeRendering="crispEdges" />
    </svg>
  );
}
