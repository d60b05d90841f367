export type { Fault, FormFailure } from './form-failure.ts';
export { type ApiForm, useApiForm } from './useApiForm.ts';
export { useEdited } from './useEdited.ts';
