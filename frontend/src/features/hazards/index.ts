export { ConvoyHazards, HazardsOnTheWay, nearOf } from './ConvoyHazards.tsx';
export { EndHazardButton } from './EndHazardButton.tsx';
export { HazardFacts, HazardLine, useHazardName } from './HazardFacts.tsx';
export { centreOf, type HazardMarks, NO_MARKS } from './hazard-view.ts';
export { SeverityTag } from './SeverityTag.tsx';
export { useHazardsAt } from './use-hazards.ts';
