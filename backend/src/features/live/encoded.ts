import { Decoder, Encoder, type Packet, PacketType } from 'socket.io-parser';

/** JSON that stands ready, for an answer that many ask for. */
export class Encoded {
  readonly json: string;

  constructor(json: string) {
    this.json = json;
  }
}

/** Socket.IO's own, except that an acknowledgement whose data stands ready is not encoded again. */
class AnswerEncoder extends Encoder {
  override encode(packet: Packet): ReturnType<Encoder['encode']> {
    const ready = readyData(packet);
    if (ready === undefined) return super.encode(packet);
    return [`${PacketType.ACK}${packet.id}[{"ok":true,"data":${ready}}]`];
  }
}

function readyData({ type, nsp, data }: Packet): string | undefined {
  if (type !== PacketType.ACK || nsp !== '/') return undefined;
  const [answer] = data as [{ ok: boolean; data?: unknown }?];
  return answer?.ok && answer.data instanceof Encoded ? answer.data.json : undefined;
}

export const parser = { Encoder: AnswerEncoder, Decoder };
