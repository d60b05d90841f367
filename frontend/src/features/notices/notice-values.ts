import type { Notice, NoticeAudience, NoticePriority } from '@qafila/contract';

/** What the form holds: every kind of audience at once, so that changing one’s mind loses nothing. */
export type NoticeValues = {
  audience: NoticeAudience['kind'];
  sectors: string[];
  governorateCodes: string[];
  associationId: string | null;
  priority: NoticePriority;
  titleAr: string;
  bodyAr: string;
  titleEn: string;
  bodyEn: string;
  validUntil: string | null;
};

/** A correction begins as what it corrects. */
export function valuesOf(corrected: Notice | null, isOverseer: boolean): NoticeValues {
  const audience = corrected?.audience;
  return {
    audience: audience?.kind ?? (isOverseer ? 'all' : 'directorate'),
    sectors: audience?.kind === 'sectors' ? audience.sectors : [],
    governorateCodes: audience?.kind === 'governorates' ? audience.governorateCodes : [],
    associationId: audience?.kind === 'one' ? audience.associationId : null,
    priority: corrected?.priority ?? 'normal',
    titleAr: corrected?.titleAr ?? '',
    bodyAr: corrected?.bodyAr ?? '',
    titleEn: corrected?.titleEn ?? '',
    bodyEn: corrected?.bodyEn ?? '',
    validUntil: corrected?.validUntil ?? null,
  };
}

/** The audience as it travels; what is missing is for the schema to say. */
export function audienceOf(values: NoticeValues): unknown {
  const { audience: kind, sectors, governorateCodes, associationId } = values;
  if (kind === 'sectors') return { kind, sectors };
  if (kind === 'governorates') return { kind, governorateCodes };
  return kind === 'one' ? { kind, ...(associationId !== null && { associationId }) } : { kind };
}

export function bodyOf(values: NoticeValues, corrects: string | null): unknown {
  const { priority, titleAr, bodyAr, titleEn, bodyEn, validUntil } = values;
  return { audience: audienceOf(values), priority, titleAr, bodyAr, titleEn, bodyEn, validUntil, corrects };
}
