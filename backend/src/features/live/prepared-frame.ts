import { constants, deflateRawSync } from 'node:zlib';

const TEXT = 0x81;
const DEFLATED = 0x40;
/** Below this the saving is not worth a browser's work. */
const DEFLATE_FROM_BYTES = 256;
/** Higher levels take several times as long for a few hundredths. */
const LEVEL = 3;
/** The end of every flushed block, which RFC 7692 leaves out. */
const FLUSH_TAIL_BYTES = 4;

/** One event, encoded and deflated at most once, for all who are to hear it. */
export class PreparedFrame {
  /** As Engine.IO takes it, for connections that do not take whole frames. */
  readonly packet: string;
  #plain: Buffer | undefined;
  #deflated: Buffer | undefined;

  /** @param json the event's one argument */
  constructor(event: string, json: string) {
    this.packet = `2["${event}",${json}]`;
  }

  /** As it goes over a WebSocket, header included. */
  bytes(isDeflating: boolean): Buffer {
    return isDeflating ? this.#deflate() : this.#plainBytes();
  }

  #plainBytes(): Buffer {
    this.#plain ??= framed(Buffer.from(`4${this.packet}`), TEXT);
    return this.#plain;
  }

  #deflate(): Buffer {
    if (this.packet.length < DEFLATE_FROM_BYTES) return this.#plainBytes();
    this.#deflated ??= framed(deflated(`4${this.packet}`), TEXT | DEFLATED);
    return this.#deflated;
  }
}

function deflated(text: string): Buffer {
  const bytes = deflateRawSync(text, { level: LEVEL, finishFlush: constants.Z_SYNC_FLUSH });
  return bytes.subarray(0, bytes.length - FLUSH_TAIL_BYTES);
}

/** One unmasked frame of RFC 6455, the whole message. */
function framed(payload: Buffer, firstByte: number): Buffer {
  return Buffer.concat([headerOf(payload.length, firstByte), payload]);
}

function headerOf(length: number, firstByte: number): Buffer {
  if (length < 126) return Buffer.from([firstByte, length]);
  const isShort = length < 65_536;
  const header = Buffer.alloc(isShort ? 4 : 10);
  header[0] = firstByte;
  header[1] = isShort ? 126 : 127;
  if (isShort) header.writeUInt16BE(length, 2);
  else header.writeBigUInt64BE(BigInt(length), 2);
  return header;
}
