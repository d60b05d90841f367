import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/index.ts';

export const MEGABYTE = 1_048_576;

/** 640 ك.ب · 2.3 م.ب */
export function useFileSize(): (bytes: number) => string {
  const { t } = useTranslation('records');
  const { number } = useFormat();
  return (bytes) =>
    bytes < MEGABYTE
      ? t('kilobytes', { value: number(Math.max(1, Math.round(bytes / 1024))) })
      : t('megabytes', { value: number(bytes / MEGABYTE, 1) });
}
