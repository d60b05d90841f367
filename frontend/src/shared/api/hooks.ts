import type { Endpoint } from '@qafila/contract';
import { type UseMutationResult, type UseQueryResult, useMutation, useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { type Answer, type CallInput, call, type Target } from './call.ts';
import { keyOf } from './keys.ts';
import { createSubmission } from './submission.ts';

type QueryOptions = {
  /** False while something it needs is not known yet. */
  readonly enabled?: boolean;
  readonly refetchIntervalMs?: number;
  readonly staleMs?: number;
};

/** Reads an endpoint; screens that read the same share one answer. */
export function useApiQuery<E extends Endpoint>(
  endpoint: E,
  target: Target<E>,
  { enabled = true, refetchIntervalMs, staleMs }: QueryOptions = {},
): UseQueryResult<Answer<E>> {
  return useQuery({
    queryKey: keyOf(endpoint, target),
    queryFn: ({ signal }) => call(endpoint, { ...target, signal } as unknown as CallInput<E>),
    enabled,
    ...(refetchIntervalMs !== undefined && { refetchInterval: refetchIntervalMs }),
    ...(staleMs !== undefined && { staleTime: staleMs }),
  });
}

type MutationOptions<E extends Endpoint> = {
  readonly onSuccess?: (answer: Answer<E>, input: CallInput<E>) => unknown;
};

/**
 * Calls an endpoint that changes something: `mutateAsync({ params, body, ifMatch })`. The same content sent again
 * after a failure carries the same idempotency key, so that it counts once.
 */
export function useApiMutation<E extends Endpoint>(
  endpoint: E,
  { onSuccess }: MutationOptions<E> = {},
): UseMutationResult<Answer<E>, Error, CallInput<E>> {
  const submission = useRef(createSubmission());
  return useMutation({
    mutationFn: async (input: CallInput<E>) => {
      const { params, query, body } = input as { params?: unknown; query?: unknown; body?: unknown };
      const idempotencyKey = input.idempotencyKey ?? submission.current.keyFor({ params, query, body });
      const answer = await call(endpoint, { ...input, idempotencyKey });
      submission.current.done();
      return answer;
    },
    ...(onSuccess && { onSuccess: (answer: Answer<E>, input: CallInput<E>) => onSuccess(answer, input) }),
  });
}
