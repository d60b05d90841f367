import {
  type FieldError,
  PROBLEMS,
  type Problem,
  type ProblemCode,
  type ProblemValues,
} from '@qafila/contract';

type RefusalOptions = ErrorOptions & {
  errors?: FieldError[];
  values?: ProblemValues;
  /** Seconds after which trying again makes sense. */
  retryAfterS?: number;
};

/** A request we understood and decline. Anything else that is thrown is our bug, and becomes `internal`. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: ProblemCode;
  readonly errors: FieldError[] | undefined;
  readonly values: ProblemValues | undefined;
  readonly retryAfterS: number | undefined;

  constructor(code: ProblemCode, detail?: string, options: RefusalOptions = {}) {
    super(detail ?? PROBLEMS[code].title, options);
    this.code = code;
    this.errors = options.errors;
    this.values = options.values;
    this.retryAfterS = options.retryAfterS;
  }

  toProblem(requestId?: string): Problem {
    const { status, title } = PROBLEMS[this.code];
    return {
      type: `/problems/${this.code}`,
      title,
      status,
      code: this.code,
      detail: this.message,
      ...(requestId !== undefined && { instance: requestId }),
      ...(this.errors && { errors: this.errors }),
      ...(this.values && { values: this.values }),
    };
  }
}

/** Refuses one or more fields that a schema could not judge alone. */
export function refuseFields(...errors: FieldError[]): Refusal {
  return new Refusal('invalid_input', errors.map((it) => `${it.path}: ${it.code}`).join('; '), { errors });
}
