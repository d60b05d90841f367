import { constants, inflateRawSync } from 'node:zlib';
import type { FixTuple, PositionSnapshot } from '@qafila/contract';
import type { Frame } from './ws-client.ts';

/** What a frame of the live server says to a viewer: a word of the protocol, the answer to its question, or news. */
export type Said =
  | { kind: 'open' | 'ping' | 'connected' | 'other' }
  | { kind: 'snapshot'; snapshot: PositionSnapshot }
  | { kind: 'news'; sequence: number; fixes: FixTuple[]; plainBytes: number };

const SYNC_TAIL = Buffer.from([0, 0, 0xff, 0xff]);
const NEWS = '42["positions:changed",';
const ANSWER = '430[';
const REMEMBERED = 8;

/** Reads each frame once, however many viewers it comes to. */
export function createDecoder(): (frame: Frame) => Said {
  const recent: { payload: Buffer; said: Said }[] = [];
  return ({ payload, isDeflated }) => {
    const known = recent.find((it) => it.payload.equals(payload));
    if (known) return known.said;
    const said = read(isDeflated ? inflated(payload) : payload.toString());
    recent.unshift({ payload: Buffer.from(payload), said });
    recent.length = Math.min(recent.length, REMEMBERED);
    return said;
  };
}

function inflated(payload: Buffer): string {
  const whole = Buffer.concat([payload, SYNC_TAIL]);
  return inflateRawSync(whole, { finishFlush: constants.Z_SYNC_FLUSH }).toString();
}

function read(text: string): Said {
  if (text.startsWith(NEWS)) {
    const [, news] = JSON.parse(text.slice(2)) as [string, { sequence: number; fixes: FixTuple[] }];
    return { kind: 'news', ...news, plainBytes: Buffer.byteLength(text) };
  }
  if (text.startsWith(ANSWER)) {
    const [answer] = JSON.parse(text.slice(3)) as [{ data?: PositionSnapshot }];
    if (!answer.data) throw new Error(`A viewer was refused: ${text.slice(0, 300)}`);
    return { kind: 'snapshot', snapshot: answer.data };
  }
  if (text.startsWith('0')) return { kind: 'open' };
  if (text.startsWith('40')) return { kind: 'connected' };
  return { kind: text === '2' ? 'ping' : 'other' };
}
