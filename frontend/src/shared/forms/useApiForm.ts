import { type UseFormReturnType, useForm } from '@mantine/form';
import { type Endpoint, type FieldError, toFieldErrors } from '@qafila/contract';
import { type FormEvent, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type Answer,
  ApiProblem,
  type CallInput,
  call,
  createSubmission,
  fieldErrorText,
  isProblem,
  queryClient,
  type Target,
  useProblemText,
} from '../api/index.ts';
import { usePreferences } from '../i18n/index.ts';
import { type FormFailure, fieldOf, refine } from './form-failure.ts';

type ApiFormInput<E extends Endpoint, Values extends object> = {
  readonly endpoint: E;
  readonly target: Target<E>;
  readonly initialValues: Values;
  /** Each field's label, by its path in the body: for the summary of faults, and to know which fields exist. */
  readonly labels: Readonly<Record<string, string>>;
  /** The body that the endpoint's schema then judges; the values themselves when left out. */
  readonly toBody?: (values: Values) => unknown;
  readonly ifMatch?: number;
  /** The key of an application, for those who made it. */
  readonly applicant?: string;
  readonly onDone?: (answer: Answer<E>) => unknown;
};

export type ApiForm<Values extends object> = {
  readonly form: UseFormReturnType<Values>;
  /** For `<FormShell onSubmit>`. */
  readonly submit: (event?: FormEvent<HTMLFormElement>) => void;
  /** Judges these fields alone: for a step of a longer form. Whether they are well. */
  readonly check: (fields: readonly string[]) => boolean;
  readonly isSubmitting: boolean;
  /** For `<FieldErrors failure>`. */
  readonly failure: FormFailure | undefined;
  readonly idOf: (path: string) => string;
};

/**
 * A form of an endpoint: judged by the endpoint's own schema before it is sent, and by the server after, both with
 * the same codes beside the same fields. What was typed stays; the same content sent again counts once.
 */
export function useApiForm<E extends Endpoint, Values extends object>(
  input: ApiFormInput<E, Values>,
): ApiForm<Values> {
  const { endpoint, labels, onDone } = input;
  const formId = useId();
  const idOf = (path: string) => `${formId}-${path}`;
  const form = useForm<Values>({
    initialValues: input.initialValues,
    enhanceGetInputProps: ({ field }) => ({ id: idOf(String(field)) }),
  });
  const describe = useFailure(labels, idOf);
  const [failure, setFailure] = useState<FormFailure>();
  const [isSubmitting, setSubmitting] = useState(false);
  const submission = useRef(createSubmission());

  const refuse = (found: FormFailure) => {
    setFailure(found);
    form.setErrors(Object.fromEntries(found.faults.map((fault) => [fault.path, fault.message])));
  };

  const send = async (body: unknown) => {
    setSubmitting(true);
    try {
      const target = {
        ...input.target,
        body,
        ...(input.ifMatch !== undefined && { ifMatch: input.ifMatch }),
        ...(input.applicant !== undefined && { applicant: input.applicant }),
      };
      const idempotencyKey = submission.current.keyFor(target);
      const answer = await call(endpoint, { ...target, idempotencyKey } as unknown as CallInput<E>);
      submission.current.done();
      await onDone?.(answer);
    } catch (error) {
      refuse(describe.byServer(error));
      // What the form edits has changed: read it again, so that the screen can offer the new version.
      if (isProblem(error, 'version_stale')) void queryClient.invalidateQueries();
    } finally {
      setSubmitting(false);
    }
  };

  /** What the schema says of what is in the form now. */
  const judge = () => {
    form.clearErrors();
    setFailure(undefined);
    const body = input.toBody ? input.toBody(form.getValues()) : form.getValues();
    const parsed = endpoint.body.safeParse(body, { reportInput: true });
    const errors = parsed.success ? [] : toFieldErrors(parsed.error).map((error) => refine(error, body));
    return { body, errors };
  };

  const submit = (event?: FormEvent<HTMLFormElement>) => {
    event?.preventDefault();
    if (isSubmitting) return;
    const { body, errors } = judge();
    if (errors.length === 0) void send(body);
    else refuse(describe.bySchema(errors));
  };

  const check = (fields: readonly string[]) => {
    const errors = judge().errors.filter(({ path }) => fields.includes(path.split('.')[0] ?? ''));
    if (errors.length > 0) refuse(describe.bySchema(errors));
    return errors.length === 0;
  };

  return { form, submit, check, isSubmitting, failure, idOf };
}

/** Turns errors into words beside fields. */
function useFailure(labels: Readonly<Record<string, string>>, idOf: (path: string) => string) {
  const { t } = useTranslation();
  const language = usePreferences((preferences) => preferences.language);
  const problemText = useProblemText();
  const fields = Object.keys(labels);
  const faultsOf = (errors: readonly FieldError[]) => {
    const byField = new Map(errors.map((error) => [fieldOf(error.path, fields), error] as const).reverse());
    return [...byField].reverse().map(([path, error]) => ({
      path,
      fieldId: idOf(path),
      label: labels[path] ?? path,
      message: fieldErrorText(error, { t, language }),
    }));
  };
  return {
    bySchema: (errors: readonly FieldError[]): FormFailure => ({ faults: faultsOf(errors) }),
    byServer: (error: unknown): FormFailure => {
      if (!(error instanceof ApiProblem)) return { faults: [], reason: problemText(error) };
      const { problem } = error;
      const faults = faultsOf(problem.errors ?? []);
      const isOfFields = problem.code === 'invalid_input' && faults.length > 0;
      return {
        faults,
        ...(!isOfFields && { reason: problemText(error) }),
        ...(problem.instance && problem.status !== 401 && { request: problem.instance }),
      };
    },
  };
}
