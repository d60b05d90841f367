import type { AidOffer, NoticeAudience, NoticeSummary, NoticeValues } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { isolated } from '../../shared/format/bidi.ts';
import { useFormat } from '../../shared/format/index.ts';
import { usePreferences } from '../../shared/i18n/index.ts';
import { useAidWord } from '../../shared/ui/records/index.ts';
import { useUser } from '../session/index.ts';
import { useGovernorateName } from '../sites/index.ts';

type Titled = Pick<NoticeSummary, 'system' | 'titleAr' | 'titleEn'>;
type Sent = Pick<NoticeSummary, 'origin' | 'association'>;

/** What a notice is called, who sent it and to whom, in the reader’s language. */
export function useNoticeWords() {
  const { t } = useTranslation('notices');
  const { name } = useFormat();
  const { sector: sectorWord } = useAidWord();
  const governorateOf = useGovernorateName();
  const isAssociation = useUser().role === 'association';
  const language = usePreferences((preferences) => preferences.language);

  const said = useSaid();

  return {
    titleOf: ({ system, titleAr, titleEn }: Titled) =>
      system
        ? t(`system.${system.kind}.title`, said(system.values))
        : name({ nameAr: titleAr, nameEn: titleEn }),
    textOf: ({ system, bodyAr, bodyEn }: Titled & { bodyAr: string; bodyEn: string }) =>
      system
        ? t(`system.${system.kind}.text`, said(system.values))
        : name({ nameAr: bodyAr, nameEn: bodyEn }),
    from: ({ origin, association }: Sent) => {
      if (origin === 'association' && association && !isAssociation) return name(association);
      return origin === 'association' ? t('from.own') : t(`from.${origin}`);
    },
    audience: (audience: NoticeAudience, association: NoticeSummary['association']) => {
      switch (audience.kind) {
        case 'sectors':
          return list(audience.sectors.map(sectorWord), language);
        case 'governorates':
          return list(audience.governorateCodes.map(governorateOf), language);
        case 'one':
          return isAssociation || !association ? t('audience.you') : name(association);
        default:
          return t(`audience.${audience.kind}`);
      }
    },
  };
}

/** The values of what the server tells, as its sentences take them. */
function useSaid() {
  const { t } = useTranslation('notices');
  const { name, fullDate, month, number } = useFormat();
  const { aid } = useAidWord();
  return ({ nameAr = '', nameEn = '', ...values }: NoticeValues): Record<string, string> => {
    const { kind, cadence, decision } = values;
    const shown = Object.entries(values).map(([key, value]): [string, string] => {
      if (typeof value === 'number') return [key, number(value)];
      if (key.endsWith('On')) return [key, fullDate(value)];
      return [key, key === 'month' ? month(value) : isolated(value)];
    });
    return {
      ...Object.fromEntries(shown),
      name: name({ nameAr: String(nameAr), nameEn: String(nameEn) }),
      ...(kind !== undefined && { aid: aid({ kind, cadence } as AidOffer) }),
      ...(decision !== undefined && { decision: t(`decision.${decision}`) }),
    };
  };
}

function list(words: readonly string[], language: 'ar' | 'en'): string {
  return new Intl.ListFormat(language, { type: 'conjunction', style: 'narrow' }).format(words);
}
