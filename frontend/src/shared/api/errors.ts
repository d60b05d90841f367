import type { Problem, ProblemCode } from '@qafila/contract';

/** The server refused, and said why. */
export class ApiProblem extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(`${problem.status} ${problem.code}`);
    this.name = 'ApiProblem';
    this.problem = problem;
  }
}

/** No answer came: the network is away, or the server is. The request may or may not have arrived. */
export class NetworkError extends Error {
  override readonly name = 'NetworkError';
}

/** An answer came that does not fit the contract: this page and the server are of different versions. */
export class UnexpectedAnswer extends Error {
  override readonly name = 'UnexpectedAnswer';
}

export function isProblem(error: unknown, code: ProblemCode): error is ApiProblem {
  return error instanceof ApiProblem && error.problem.code === code;
}
