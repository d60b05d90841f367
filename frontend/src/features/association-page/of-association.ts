import type { ComponentType } from 'react';

/** A section of the page, or a card of its overview. */
export type OfAssociation = ComponentType<{ associationId: string }>;
