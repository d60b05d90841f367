import {
  APPLICATION_KEY_HEADER,
  type AssociationDecision,
  addApplicationDocument,
  addDocument,
  applicationKey,
  BoardPosition,
  declareAssociation,
  makeApplication,
  moveAssociation,
  type Sector,
  submitOwnApplication,
} from '@qafila/contract';
import { dayInDamascus } from '../../platform/calendar.ts';
import type { Client } from '../client.ts';
import type { Event } from '../pledging.ts';
import type { StandingTold } from './chapter.ts';
import { paper } from './paper.ts';
import { personName } from './registry-people.ts';

type DemoApplication = {
  nameAr: string;
  nameEn: string;
  kind: 'association' | 'foundation';
  seat: { lat: number; lng: number };
  address: string;
  sectors: Sector[];
  contact: string;
  /** Days ago; what has not happened yet is left out. */
  applied: number;
  submitted?: number;
  review?: number;
  return?: { daysAgo: number; reason: string };
  refuse?: { daysAgo: number; reason: string };
  declare?: { daysAgo: number; number: number };
};

const APPLICATIONS: readonly DemoApplication[] = [
  {
    nameAr: 'جمعية لوز البلد',
    nameEn: 'Country Almond Association',
    kind: 'association',
    seat: { lat: 33.5461, lng: 36.3217 },
    address: 'برزة البلد، طريق معربا',
    sectors: ['families', 'livelihoods'],
    contact: 'روعة الحافظ',
    applied: 74,
    submitted: 70,
    review: 64,
    declare: { daysAgo: 46, number: 526 },
  },
  {
    nameAr: 'جمعية الربوة الخضراء',
    nameEn: 'Green Rabweh Association',
    kind: 'association',
    seat: { lat: 33.5262, lng: 36.2391 },
    address: 'الربوة',
    sectors: ['culture_and_environment'],
    contact: 'أدهم ناجي',
    applied: 58,
    submitted: 55,
    review: 50,
    refuse: { daysAgo: 33, reason: 'تطابقت أهدافها ومقرها مع جمعية مُشهَرة، ولم يعدّلها المؤسسون.' },
  },
  {
    nameAr: 'جمعية الشرفة',
    nameEn: 'Balcony Association',
    kind: 'association',
    seat: { lat: 33.5159, lng: 36.2945 },
    address: 'ساروجة، سوق المهن اليدوية',
    sectors: ['education', 'children'],
    contact: 'جوانا رزق',
    applied: 19,
    submitted: 16,
    review: 9,
    return: { daysAgo: 4, reason: 'عقد إيجار المقر غير موقّع من المالك، وينقص محضر التأسيس توقيع أمين السر.' },
  },
  {
    nameAr: 'مؤسسة عناقيد',
    nameEn: 'Clusters Foundation',
    kind: 'foundation',
    seat: { lat: 33.5008, lng: 36.2466 },
    address: 'المزة، الشيخ سعد',
    sectors: ['health', 'disability'],
    contact: 'مؤنس الرفاعي',
    applied: 15,
    submitted: 12,
    review: 5,
  },
  {
    nameAr: 'جمعية ريح الشيح',
    nameEn: 'Wormwood Breeze Association',
    kind: 'association',
    seat: { lat: 33.4939, lng: 36.3019 },
    address: 'الميدان، الغواص',
    sectors: ['relief', 'families'],
    contact: 'بتول الأسعد',
    applied: 3,
    submitted: 2,
  },
  {
    nameAr: 'جمعية مفتاح الدار',
    nameEn: 'House Key Association',
    kind: 'association',
    seat: { lat: 33.5098, lng: 36.3124 },
    address: 'القيمرية، زقاق حمام القاضي',
    sectors: ['families'],
    contact: 'همام الطيان',
    applied: 1,
  },
];

const DUE_PAPERS = [
  { kind: 'statutes', name: 'النظام الأساسي', title: 'Statutes' },
  { kind: 'founding_minutes', name: 'محضر اجتماع المؤسسين', title: 'Founding minutes' },
  { kind: 'premises', name: 'عقد إيجار المقر', title: 'Lease of the premises' },
] as const;

export function applicationEvents(told: StandingTold): Event[] {
  return APPLICATIONS.flatMap((it, index) => eventsOf(told, it, 900 + index));
}

function eventsOf(told: StandingTold, it: DemoApplication, number: number): Event[] {
  let associationId = '';
  let applicant: Client | undefined;
  const after = (daysAgo: number | undefined, happen: (official: Client) => Promise<void>): Event[] =>
    daysAgo === undefined
      ? []
      : [
          {
            atHours: -daysAgo * 24,
            happen: async () => await happen(await told.as('official@demo.qafila')),
          },
        ];
  const decide =
    (command: AssociationDecision, reason = '', withPaper = false) =>
    async (official: Client) => {
      const documentIds = withPaper ? [await decisionPaper(official, associationId)] : [];
      await official(moveAssociation, { params: { associationId }, body: { command, reason, documentIds } });
    };
  return [
    ...after(it.applied, async () => {
      const { secret, application } = await told.visitor()(makeApplication, {
        body: bodyOf(told, it, number),
      });
      associationId = application.associationId;
      applicant = told.visitor({ [APPLICATION_KEY_HEADER]: applicationKey(application.reference, secret) });
    }),
    ...after(it.submitted, async () => {
      for (const { kind, name, title } of DUE_PAPERS) {
        await applicant?.(addApplicationDocument, { query: { kind, name }, file: paper(title) });
      }
      await applicant?.(submitOwnApplication);
    }),
    ...after(it.review, decide('review')),
    ...after(it.return?.daysAgo, decide('return', it.return?.reason)),
    ...after(it.refuse?.daysAgo, decide('refuse', it.refuse?.reason, true)),
    ...after(it.declare?.daysAgo, async (official) => {
      await official(declareAssociation, {
        params: { associationId },
        body: {
          declarationNumber: it.declare?.number ?? 0,
          declaredOn: dayInDamascus(told.clock.now()),
          documentIds: [await decisionPaper(official, associationId)],
        },
      });
    }),
  ];
}

export async function decisionPaper(official: Client, associationId: string): Promise<string> {
  const { id } = await official(addDocument, {
    params: { associationId },
    query: { name: 'قرار المديرية', purpose: 'decision' },
    file: paper('Decision of the directorate'),
  });
  return id;
}

function bodyOf({ clock }: StandingTold, it: DemoApplication, number: number) {
  const day = (days: number): string =>
    clock
      .at(days * 24)
      .toISOString()
      .slice(0, 10);
  return {
    kind: it.kind,
    nameAr: it.nameAr,
    nameEn: it.nameEn,
    governorateCode: 'SY01',
    address: it.address,
    seat: it.seat,
    purpose: 'كما وردت في نظامها الأساسي.',
    sectors: it.sectors,
    governorateCodes: ['SY01', 'SY03'],
    aid: [{ kind: 'in_kind', cadence: 'emergency' } as const],
    board: BoardPosition.options.map((position, index) => ({
      name: index === 0 ? it.contact : personName(number, index),
      position,
      startsOn: day(-it.applied),
      endsOn: day(4 * 365 - it.applied),
    })),
    contactName: it.contact,
    contactPhone: `0944 120 ${number}`,
    contactEmail: `applicant-${number}@demo.qafila`,
  };
}
