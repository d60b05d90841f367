import type { QueuedMail } from './mail.repository.ts';

/** A text of either direction that cannot turn what stands around it. */
function isolated(text: string): string {
  return `\u2068${text}\u2069`;
}

const WORDS = {
  ar: {
    urgent: 'عاجل: ',
    told: 'تذكير من مديرية الشؤون الاجتماعية والعمل',
    from: 'رسالة من ',
    newNotice: 'وصلكم تعميم جديد من مديرية الشؤون الاجتماعية والعمل:',
    newReminder: 'لديكم تذكير جديد من مديرية الشؤون الاجتماعية والعمل.',
    newMessage: 'وصلت إلى المديرية رسالة جديدة من جمعية:',
    acknowledge: 'يُرجى تأكيد الاطلاع عليه من الرابط الآتي:',
    open: 'للاطلاع عليه افتحوا الرابط الآتي:',
    automatic: 'هذه رسالة آلية من منصة قافلة، فلا تردّوا عليها.',
  },
  en: {
    urgent: 'Urgent: ',
    told: 'A reminder from the Directorate of Social Affairs and Labour',
    from: 'A message from ',
    newNotice: 'There is a new notice from the Directorate of Social Affairs and Labour:',
    newReminder: 'There is a new reminder from the Directorate of Social Affairs and Labour.',
    newMessage: 'A new message has come to the directorate from:',
    acknowledge: 'Please acknowledge it here:',
    open: 'Read it here:',
    automatic: 'Qafila sends this by itself; please do not reply.',
  },
} as const;

type Told = Pick<QueuedMail, 'locale' | 'origin' | 'priority' | 'titleAr' | 'titleEn' | 'association'>;

/**
 * What an e-mail says: that there is something to read, and where. A title goes along only where the directorate wrote it
 * for many to read; what an association writes may be about a person.
 */
export function mailText(mail: Told, link: string): { subject: string; text: string } {
  const words = WORDS[mail.locale];
  const isUrgent = mail.priority === 'urgent';
  const { subject, lines } = said(mail);
  return {
    subject: `${isUrgent ? words.urgent : ''}${subject}`,
    text: [...lines, isUrgent ? words.acknowledge : words.open, link, '', words.automatic, ''].join('\n'),
  };
}

function said(mail: Told): { subject: string; lines: string[] } {
  const words = WORDS[mail.locale];
  switch (mail.origin) {
    case 'directorate': {
      const title = isolated((mail.locale === 'en' && mail.titleEn) || mail.titleAr);
      return { subject: title, lines: [words.newNotice, '', title, ''] };
    }
    case 'association': {
      const name = isolated(mail.locale === 'ar' ? mail.association.nameAr : mail.association.nameEn);
      return { subject: `${words.from}${name}`, lines: [words.newMessage, '', name, ''] };
    }
    case 'system':
      return { subject: words.told, lines: [words.newReminder, ''] };
  }
}
