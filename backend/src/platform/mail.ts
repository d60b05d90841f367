import type { MailFailure } from '@qafila/contract';
import { createTransport } from 'nodemailer';

export type MailConfig = {
  readonly url: string;
  readonly from: string;
  /** Whether nothing is said to a server that speaks no TLS. */
  readonly isTlsRequired: boolean;
};

export type Mail = {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly language: string;
  /** The same for each try of one mail, so that a repeated one can be told by whoever receives it. */
  readonly id: string;
};

/** `isFinal`: this mail will never be taken. `isServer`: nor would any other be now. */
export type MailRefusal = {
  readonly failure: MailFailure;
  readonly isFinal: boolean;
  readonly isServer: boolean;
};

export type Mailer = {
  /** Undefined once the server has taken it. */
  readonly send: (mail: Mail) => Promise<MailRefusal | undefined>;
};

const CONNECT_MS = 10_000;
const SILENCE_MS = 20_000;

/** A connection of its own for each mail: one that breaks can never carry a mail a second time. */
export function createMailer({ url, from, isTlsRequired }: MailConfig, silenceMs = SILENCE_MS): Mailer {
  const { protocol, hostname, port, username, password } = new URL(url);
  const isTlsFromTheStart = protocol === 'smtps:';
  const transport = createTransport({
    host: hostname.replace(/^\[|\]$/g, ''),
    port: port === '' ? (isTlsFromTheStart ? 465 : 587) : Number(port),
    secure: isTlsFromTheStart,
    requireTLS: isTlsRequired,
    connectionTimeout: CONNECT_MS,
    greetingTimeout: silenceMs,
    socketTimeout: silenceMs,
    disableFileAccess: true,
    disableUrlAccess: true,
    ...(username !== '' && {
      auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) },
    }),
  });
  const domain = from.slice(from.lastIndexOf('@') + 1);
  return {
    async send({ to, subject, text, language, id }) {
      try {
        await transport.sendMail({
          from: { name: 'Qafila', address: from },
          to: { name: '', address: to },
          subject: oneLine(subject),
          text,
          messageId: `<${id}@${domain}>`,
          headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': language },
        });
        return undefined;
      } catch (error) {
        return refusalOf(error);
      }
    },
  };
}

/** A header ends with its line: whatever could end one becomes a space. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ');
}

const FAILURES: Readonly<Record<string, MailFailure>> = {
  ECONNECTION: 'unreachable',
  ETIMEDOUT: 'unreachable',
  ESOCKET: 'unreachable',
  EDNS: 'unreachable',
  ETLS: 'insecure',
  EAUTH: 'not_authorized',
  ENOAUTH: 'not_authorized',
  EENVELOPE: 'refused',
  EMESSAGE: 'refused',
};
const OF_THE_SERVER: readonly MailFailure[] = ['unreachable', 'insecure', 'not_authorized'];
/** What the certificate of a server is refused by. */
const CERTIFICATE = /certificate|CERT|SELF_SIGNED|UNABLE_TO|ERR_TLS|ERR_SSL/;

function refusalOf(error: unknown): MailRefusal {
  const {
    code = '',
    responseCode = 0,
    message = '',
  } = error as {
    code?: string;
    responseCode?: number;
    message?: string;
  };
  const isOfTls = code === 'ESOCKET' && CERTIFICATE.test(message);
  const failure = isOfTls ? 'insecure' : (FAILURES[code] ?? 'failed');
  return {
    failure,
    // 5yz is the server’s last word; 503 is about the order of what we said, not about the mail.
    isFinal: failure === 'refused' && responseCode >= 500 && responseCode !== 503,
    isServer: OF_THE_SERVER.includes(failure),
  };
}
