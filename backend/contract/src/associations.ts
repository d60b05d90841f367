import { z } from 'zod';
import { AidOffer, Sector } from './aid.ts';
import { endpoint } from './endpoint.ts';
import { defineLifecycle } from './lifecycle.ts';
import { LIMITS } from './limits.ts';
import {
  Day,
  DecisionDay,
  DecisionYear,
  distinct,
  Email,
  LatLng,
  Name,
  Note,
  PageQuery,
  Phone,
  plainText,
  Uuid,
} from './primitives.ts';
import { GovernorateCode } from './reference.ts';

export const associationLifecycle = defineLifecycle({
  applied: { review: 'under_review' },
  under_review: { declare: 'declared', return: 'applied', refuse: 'refused' },
  declared: { suspend: 'suspended', dissolve: 'dissolved' },
  suspended: { reinstate: 'declared', dissolve: 'dissolved' },
  refused: {},
  dissolved: {},
});
export const AssociationStatus = z.enum(associationLifecycle.states);
export type AssociationStatus = z.infer<typeof AssociationStatus>;

/** Those that were declared once: what the registry lists. Before that there is an application. */
export const RegisteredStatus = AssociationStatus.extract(['declared', 'suspended', 'dissolved']);
export type RegisteredStatus = z.infer<typeof RegisteredStatus>;

export const AssociationKind = z.enum(['association', 'foundation']);
export type AssociationKind = z.infer<typeof AssociationKind>;

/** What its declaration says, and whom to ask. */
const associationFields = {
  kind: AssociationKind,
  nameAr: Name,
  nameEn: Name,
  governorateCode: GovernorateCode,
  contactName: Name.or(z.literal('')),
  contactPhone: Phone,
};

export const Sectors = distinct(Sector, Sector.options.length);
export const ServedGovernorates = distinct(GovernorateCode, 14);
export const AidOffers = distinct(AidOffer, 6);
export const Address = plainText(LIMITS.addressMax, 0);

/** What an association says of itself. */
const profileFields = {
  address: Address,
  seat: LatLng.nullable(),
  purpose: Note,
  contactName: Name.or(z.literal('')),
  contactPhone: Phone,
  contactEmail: Email.or(z.literal('')),
  officePhone: Phone,
  /** Whether the directory, which everybody reads, names the office’s telephone. */
  isOfficePhonePublic: z.boolean(),
  sectors: Sectors,
  /** Where it serves; `governorateCode` is where it has its seat. */
  governorateCodes: ServedGovernorates,
  aid: AidOffers,
};

export const Association = z.strictObject({
  id: Uuid,
  ...associationFields,
  ...profileFields,
  status: AssociationStatus,
  declarationNumber: z.int().nullable(),
  declaredOn: DecisionDay.nullable(),
  /** When the first of the present board’s terms ends; null without a board. */
  boardEndsOn: Day.nullable(),
  /** Campaigns it takes part in, and people who can sign in for it. */
  campaignCount: z.int(),
  memberCount: z.int(),
  version: z.int(),
});
export type Association = z.infer<typeof Association>;

const AssociationParams = z.strictObject({ associationId: Uuid });

/** Filters that the registry and the public directory share. */
export const RegistryFilters = z.strictObject({
  kind: AssociationKind.optional(),
  sector: Sector.optional(),
  /** Of the seat. */
  governorate: GovernorateCode.optional(),
  /** Where it serves. */
  serves: GovernorateCode.optional(),
  /** A part of a name in either language, or the declaration’s number. */
  q: plainText(LIMITS.nameMax, 0).optional(),
  ...PageQuery.shape,
});

export const listAssociations = endpoint({
  method: 'get',
  path: '/api/v1/associations',
  summary:
    'The registry by name: associations and foundations that were declared; an association sees itself',
  access: 'association:read',
  query: RegistryFilters.extend({
    status: RegisteredStatus.optional(),
    /** Of the declaration. */
    year: DecisionYear.optional(),
  }),
  response: z.strictObject({
    items: z.array(Association),
    nextCursor: z.string().nullable(),
    /** On all pages together. */
    total: z.int(),
  }),
});

export const AssociationName = z.strictObject({
  id: Uuid,
  nameAr: z.string(),
  nameEn: z.string(),
  kind: AssociationKind,
  status: AssociationStatus,
});
export type AssociationName = z.infer<typeof AssociationName>;

export const listAssociationNames = endpoint({
  method: 'get',
  path: '/api/v1/associations/names',
  summary: 'All registered associations by name alone, to choose one from; an association sees itself',
  access: 'association:read',
  query: z.strictObject({ status: RegisteredStatus.optional() }),
  response: z.array(AssociationName),
});

export const readAssociation = endpoint({
  method: 'get',
  path: '/api/v1/associations/:associationId',
  summary: 'One association',
  access: 'association:read',
  params: AssociationParams,
  response: Association,
});

/** Enters an association that has already been declared on paper. */
export const createAssociation = endpoint({
  method: 'post',
  path: '/api/v1/associations',
  summary: 'Register a declared association or foundation',
  access: 'association:manage',
  body: z.strictObject({
    ...associationFields,
    declarationNumber: z.int().min(1).max(1_000_000),
    declaredOn: DecisionDay,
  }),
  success: 201,
  response: Association,
});

export const updateAssociation = endpoint({
  method: 'patch',
  path: '/api/v1/associations/:associationId',
  summary: 'Change an association’s particulars',
  access: 'association:manage',
  params: AssociationParams,
  body: z.strictObject(associationFields).partial(),
  versioned: true,
  response: Association,
});

export const maintainAssociation = endpoint({
  method: 'patch',
  path: '/api/v1/associations/:associationId/profile',
  summary: 'Change what an association says of itself: seat, contacts, sectors, places served, aid',
  access: 'association:maintain',
  params: AssociationParams,
  body: z.strictObject(profileFields).partial(),
  versioned: true,
  response: Association,
});
