export { type Answer, addressOf, type CallInput, call, type Target } from './call.ts';
export { type ConnectionStatus, useConnection } from './connection.ts';
export { ApiProblem, isProblem } from './errors.ts';
export { useApiMutation, useApiQuery } from './hooks.ts';
export { keyOf } from './keys.ts';
export { type LiveSocket, openLiveSocket } from './live-socket.ts';
export { useApiPages } from './pages.ts';
export { fieldErrorText, useProblemText } from './problem-text.ts';
export { queryClient } from './query-client.ts';
export {
  connectSocket,
  disconnectSocket,
  rewatchCampaign,
  watchCampaign,
} from './socket.ts';
export { createSubmission, type Submission } from './submission.ts';
export { invalidateTopics, invalidateWork } from './topics.ts';
export { randomUuid } from './uuid.ts';
