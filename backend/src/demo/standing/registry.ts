import {
  addBankAccount,
  addBoardMember,
  type BoardTerm,
  createAssociation,
  maintainAssociation,
  type maintainAssociation as maintainEndpoint,
  moveAssociation,
} from '@qafila/contract';
import type { z } from 'zod';
import { dayInDamascus } from '../../platform/calendar.ts';
import type { Client } from '../client.ts';
import type { Event } from '../pledging.ts';
import { idOf } from '../setting.ts';
import { ASSOCIATIONS, type AssociationKey } from '../world.ts';
import type { Chapter, StandingTold } from './chapter.ts';
import { applicationEvents, decisionPaper } from './registry-applications.ts';
import { boardOf, demoIban } from './registry-people.ts';
import { PROFILES } from './registry-profiles.ts';
import { REGISTER, type RegistryRow } from './registry-table.ts';

/** When the paper register was entered. */
const ENTERED_DAYS_AGO = 410;

/** The register as it was on paper, what came to it since, and what became of two of its associations. */
export const registryChapter: Chapter = (told) => {
  const made = new Map<number, string>();
  const isOld = (row: RegistryRow): boolean => row.declared.includes('-');
  return [
    at(told, ENTERED_DAYS_AGO, async (official) => {
      for (const key of Object.keys(PROFILES) as AssociationKey[]) await describeKnown(told, official, key);
      for (const row of REGISTER.filter(isOld)) await enter(told, official, row, row.declared, made);
    }),
    ...REGISTER.filter((row) => !isOld(row)).map((row) =>
      at(told, Number(row.declared), async (official) => {
        await enter(told, official, row, dayInDamascus(told.clock.now()), made);
      }),
    ),
    ...ENDS.map(({ number, daysAgo, command, reason }) =>
      at(told, daysAgo, async (official) => {
        const associationId = made.get(number) ?? '';
        const documentIds = [await decisionPaper(official, associationId)];
        await official(moveAssociation, {
          params: { associationId },
          body: { command, reason, documentIds },
        });
      }),
    ),
    ...applicationEvents(told),
  ];
};

const ENDS = [
  {
    number: 331,
    daysAgo: 152,
    command: 'dissolve',
    reason: 'قرار هيئتها العامة بحلّها وأيلولة أموالها إلى جمعية مماثلة.',
  },
  { number: 463, daysAgo: 88, command: 'suspend', reason: 'لم تقدّم حساباتها الختامية لعامين متتاليين.' },
] as const;

function at(told: StandingTold, daysAgo: number, happen: (official: Client) => Promise<void>): Event {
  return {
    atHours: -daysAgo * 24,
    happen: async () => await happen(await told.as('official@demo.qafila')),
  };
}

type Profile = z.input<typeof maintainEndpoint.body>;

async function describeKnown(told: StandingTold, official: Client, key: AssociationKey): Promise<void> {
  const associationId = idOf(told.ids, key);
  const { contact, number } = ASSOCIATIONS[key];
  const profile = PROFILES[key];
  await describe(official, associationId, {
    ...profile,
    contactPhone: `0933 ${number} 210`,
    contactEmail: `${key}@demo.qafila`,
    isOfficePhonePublic: profile.officePhone !== '',
  });
  await fillBoard(official, associationId, boardOf(number, contact, todayOf(told), true));
  await openAccount(official, associationId, number, ASSOCIATIONS[key].nameAr);
}

async function enter(
  told: StandingTold,
  official: Client,
  row: RegistryRow,
  declaredOn: string,
  made: Map<number, string>,
): Promise<void> {
  const { kind, nameAr, nameEn, governorateCode, contact, number } = row;
  const { id } = await official(createAssociation, {
    body: {
      kind,
      nameAr,
      nameEn,
      governorateCode,
      contactName: contact,
      contactPhone: `0933 ${number} 470`,
      declarationNumber: number,
      declaredOn,
    },
  });
  made.set(number, id);
  const { address, seat, sectors, governorateCodes, aid } = row;
  await describe(official, id, {
    ...{ address, seat, sectors, governorateCodes, aid },
    officePhone: `011 ${number} 5500`,
    isOfficePhonePublic: number % 3 !== 0,
  });
  const isOf2020 = declaredOn.startsWith('2020');
  await fillBoard(official, id, boardOf(number, contact, todayOf(told), isOf2020));
  if (isOf2020) await openAccount(official, id, number, nameAr);
}

/** Nobody has changed it since it was entered. */
async function describe(official: Client, associationId: string, body: Profile): Promise<void> {
  await official(maintainAssociation, { params: { associationId }, ifMatch: 1, body });
}

async function fillBoard(
  official: Client,
  associationId: string,
  board: readonly BoardTerm[],
): Promise<void> {
  for (const body of board) await official(addBoardMember, { params: { associationId }, body });
}

function todayOf({ clock }: StandingTold): string {
  return dayInDamascus(clock.at(0));
}

const BANKS = ['مصرف قاسيون', 'مصرف بردى', 'مصرف السنديان'];

async function openAccount(
  official: Client,
  associationId: string,
  number: number,
  holder: string,
): Promise<void> {
  const bankName = BANKS[number % BANKS.length] ?? '';
  await official(addBankAccount, {
    params: { associationId },
    body: { bankName, holder, number: demoIban(number) },
  });
}
