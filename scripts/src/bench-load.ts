import { answerMessages } from './bench/answer-messages.ts';
import { type LoadOrder, runLoad } from './bench/osmand-load.ts';

/** Drives whatever it is told to drive, and says how it went. */
answerMessages((order: LoadOrder) => runLoad(order));
