import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { defineLifecycle } from './lifecycle.ts';
import { Day, Name, Phone, Uuid } from './primitives.ts';
import { GovernorateCode } from './reference.ts';

export const associationLifecycle = defineLifecycle({
  applied: { review: 'under_review' },
  under_review: { declare: 'declared', return: 'applied' },
  declared: { suspend: 'suspended', dissolve: 'dissolved' },
  suspended: { reinstate: 'declared', dissolve: 'dissolved' },
  dissolved: {},
});
export const AssociationStatus = z.enum(associationLifecycle.states);

export const AssociationKind = z.enum(['association', 'foundation']);

const associationFields = {
  kind: AssociationKind,
  nameAr: Name,
  nameEn: Name,
  governorateCode: GovernorateCode,
  contactName: Name.or(z.literal('')),
  contactPhone: Phone,
};

export const Association = z.strictObject({
  id: Uuid,
  ...associationFields,
  status: AssociationStatus,
  declarationNumber: z.int().nullable(),
  declaredOn: Day.nullable(),
  /** Campaigns it takes part in, and people who can sign in for it. */
  campaignCount: z.int(),
  memberCount: z.int(),
  version: z.int(),
});
export type Association = z.infer<typeof Association>;

export const listAssociations = endpoint({
  method: 'get',
  path: '/api/v1/associations',
  summary: 'Associations and foundations; an association sees itself',
  access: 'association:read',
  response: z.array(Association),
});

export const readAssociation = endpoint({
  method: 'get',
  path: '/api/v1/associations/:associationId',
  summary: 'One association',
  access: 'association:read',
  params: z.strictObject({ associationId: Uuid }),
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
    declaredOn: Day,
  }),
  success: 201,
  response: Association,
});

export const updateAssociation = endpoint({
  method: 'patch',
  path: '/api/v1/associations/:associationId',
  summary: 'Change an association’s particulars',
  access: 'association:manage',
  params: z.strictObject({ associationId: Uuid }),
  body: z.strictObject(associationFields).partial(),
  versioned: true,
  response: Association,
});
