export { type CoverageRow, coverageOf } from './need-coverage.repository.ts';
export { sumOfWeights, toCoverage } from './need-coverage.ts';
