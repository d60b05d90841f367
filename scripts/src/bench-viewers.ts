import { answerMessages } from './bench/answer-messages.ts';
import { createViewers } from './bench/viewers.ts';

answerMessages(createViewers());
