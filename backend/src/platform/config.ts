import { isIP } from 'node:net';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Email, LIMITS } from '@qafila/contract';
import { z } from 'zod';
import type { MailConfig } from './mail.ts';
import { type MapConfig, mapConfigOf, mapVariables } from './map-config.ts';

/** The folder that holds backend/, frontend/ and the rest; the same distance from sources and from built files. */
const PROJECT_DIR = fileURLToPath(new URL('../../..', import.meta.url));

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

const yesOrNo = z.enum(['yes', 'no'], { error: 'says yes or no' }).transform((word) => word === 'yes');
const wholeNumber = (min: number, max: number) => {
  const error = `is a whole number from ${min} to ${max}`;
  return z
    .string()
    .regex(/^\d+$/, { error })
    .transform(Number)
    .pipe(z.number().min(min, { error }).max(max, { error }));
};
const postgresUrl = z.url({
  protocol: /^postgres(ql)?$/,
  error: 'is an address like postgres://user:password@host/database',
});
const mqttUrl = z.url({
  protocol: /^(mqtt|ws)s?$/,
  error: 'is an address like mqtts://user:password@broker.example.org',
});
const smtpUrl = z.url({
  protocol: /^smtps?$/,
  error: 'is an address like smtp://user:password@mail.example.org:587',
});
const httpUrl = z.url({ protocol: /^https?$/, error: 'is an address like https://relief.example.org' });

const ROUTING_ENGINES = ['osrm', 'valhalla', 'ors'] as const;
/** Addresses may hold commas, never spaces. */
const httpUrls = z
  .string()
  .transform((text) => text.split(/\s+/).filter(Boolean))
  .refine((urls) => urls.every((url) => httpUrl.safeParse(url).success), {
    error: 'is one or more addresses like https://firms.example.org/fires.csv, with spaces between',
  });

/** `no`, how many proxies stand in front, or whose word to take: addresses and networks with commas between. */
const trustedProxies = z
  .string()
  .refine((text) => /^(?:no|\d{1,2})$/.test(text) || text.split(',').every((it) => isNetwork(it.trim())), {
    error: 'is no, how many proxies stand in front, or their addresses and networks with commas between',
  })
  .transform((text): false | number | string => {
    if (text === 'no') return false;
    return /^\d+$/.test(text) ? Number(text) : text;
  });

const NAMED_NETWORKS = ['loopback', 'linklocal', 'uniquelocal'];

function isNetwork(text: string): boolean {
  if (NAMED_NETWORKS.includes(text)) return true;
  const [address = '', bits, ...more] = text.split('/');
  const most = { 0: 0, 4: 32, 6: 128 }[isIP(address)] ?? 0;
  if (most === 0 || more.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) >= 1 && Number(bits) <= most);
}

const longSecret = z.string().min(32, { error: 'has at least 32 characters' });

const Environment = z.object({
  PORT: wholeNumber(0, 65_535).default(3000),
  HOST: z.string().default('127.0.0.1'),
  DATABASE_URL: postgresUrl.optional(),
  DATABASE_POOL: wholeNumber(3, 500).default(10),
  QAFILA_DATA_DIR: z.string().default(path.join(PROJECT_DIR, '.qafila')),
  QAFILA_DEMO: yesOrNo.default(true),
  QAFILA_DEMO_PUBLIC: yesOrNo.default(false),
  QAFILA_ADMIN_EMAIL: Email.default('admin@qafila.local'),
  QAFILA_PUBLIC_URL: httpUrl.optional(),
  QAFILA_METRICS_TOKEN: z.string().min(16, { error: 'has at least 16 characters' }).optional(),
  SESSION_SECRET: longSecret.optional(),
  QAFILA_PERSON_KEY: longSecret.optional(),
  TRUST_PROXY: trustedProxies.default(false),
  ...mapVariables,
  QAFILA_FIRMS_URL: httpUrls.default([]),
  QAFILA_ROUTING_ENGINE: z
    .enum(ROUTING_ENGINES, { error: `is one of ${ROUTING_ENGINES.join(', ')}` })
    .optional(),
  QAFILA_ROUTING_URL: httpUrl.optional(),
  QAFILA_ROUTING_KEY: z.string().default(''),
  QAFILA_OUTBOUND_PRIVATE: yesOrNo.default(false),
  LOG_LEVEL: z.enum(LOG_LEVELS, { error: `is one of ${LOG_LEVELS.join(', ')}` }).default('info'),
  QAFILA_SIMULATE: yesOrNo.default(true),
  MQTT_URL: mqttUrl.optional(),
  QAFILA_TRACKER_RATE: wholeNumber(1, 1_000_000).default(LIMITS.trackerFixesPerS),
  QAFILA_KEEP_POSITIONS_DAYS: wholeNumber(31, 36_500).default(400),
  QAFILA_KEEP_REFERRALS_DAYS: wholeNumber(30, 3_650).default(365),
  QAFILA_SMTP_URL: smtpUrl.optional(),
  QAFILA_MAIL_FROM: Email.optional(),
  QAFILA_SMTP_TLS: yesOrNo.default(true),
  QAFILA_URGENT_ACK_MINUTES: wholeNumber(1, 10_080).default(LIMITS.urgentAckMin),
});

type RoutingConfig = {
  readonly engine: (typeof ROUTING_ENGINES)[number];
  readonly url: string;
  /** Empty where the engine asks for none. */
  readonly key: string;
};

export type Config = {
  readonly port: number;
  readonly host: string;
  /** Absent: the embedded PostgreSQL. */
  readonly databaseUrl: string | undefined;
  readonly databasePool: number;
  readonly dataDir: string;
  /** Whether an empty database gets the demo world. */
  readonly withDemo: boolean;
  readonly isDemoPublic: boolean;
  /** Of the first admin, who is invited when nobody has an account. */
  readonly adminEmail: string;
  /** Where people reach this server, when it is not the address in their requests. */
  readonly publicUrl: string | undefined;
  readonly metricsToken: string | undefined;
  readonly sessionSecret: string | undefined;
  /** What citizens’ national ids are hashed with; the same for all servers on one database, and never in it. */
  readonly personKey: string | undefined;
  readonly trustProxy: false | number | string;
  readonly logLevel: (typeof LOG_LEVELS)[number];
  /** Whether the demo's trucks move by themselves. */
  readonly withSimulation: boolean;
  /** The broker that phones publish to; absent: none. */
  readonly mqttUrl: string | undefined;
  /** Reports a second that one vehicle's trackers may go on sending. */
  readonly trackerFixesPerS: number;
  readonly keepPositionsDays: number;
  /** A citizen’s data are erased so long after their referral has ended. */
  readonly keepReferralsDays: number;
  /** Tables of active fires, fetched by themselves; each address may carry a key. */
  readonly firmsUrls: readonly string[];
  readonly routing: RoutingConfig | undefined;
  /** Whether names in these addresses may lead into an inner network. */
  readonly outboundPrivate: boolean;
  readonly map: MapConfig;
  /** Absent: no e-mail is sent. */
  readonly mail: MailConfig | undefined;
  /** An urgent notice that waits longer to be acknowledged becomes an alarm. */
  readonly urgentAckMin: number;
  readonly frontendDir: string;
};

/** @throws {ConfigError} that names every variable that is wrong and what it takes */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.entries(environment).filter(([, value]) => value !== undefined && value !== '');
  const parsed = Environment.safeParse(Object.fromEntries(given));
  if (!parsed.success)
    throw new ConfigError(parsed.error.issues.map((it) => `${it.path.join('.')} ${it.message}`));
  const it = parsed.data;
  return {
    port: it.PORT,
    host: it.HOST,
    databaseUrl: it.DATABASE_URL,
    databasePool: it.DATABASE_POOL,
    dataDir: path.resolve(it.QAFILA_DATA_DIR),
    withDemo: it.QAFILA_DEMO,
    isDemoPublic: it.QAFILA_DEMO_PUBLIC,
    adminEmail: it.QAFILA_ADMIN_EMAIL,
    publicUrl: it.QAFILA_PUBLIC_URL,
    metricsToken: it.QAFILA_METRICS_TOKEN,
    sessionSecret: it.SESSION_SECRET,
    personKey: it.QAFILA_PERSON_KEY,
    trustProxy: it.TRUST_PROXY,
    logLevel: it.LOG_LEVEL,
    withSimulation: it.QAFILA_SIMULATE,
    mqttUrl: it.MQTT_URL,
    trackerFixesPerS: it.QAFILA_TRACKER_RATE,
    keepPositionsDays: it.QAFILA_KEEP_POSITIONS_DAYS,
    keepReferralsDays: it.QAFILA_KEEP_REFERRALS_DAYS,
    firmsUrls: it.QAFILA_FIRMS_URL,
    routing: routingOf(it),
    outboundPrivate: it.QAFILA_OUTBOUND_PRIVATE,
    map: mapOf(it),
    mail: mailOf(it),
    urgentAckMin: it.QAFILA_URGENT_ACK_MINUTES,
    frontendDir: path.join(PROJECT_DIR, 'frontend/dist'),
  };
}

/** @throws {ConfigError} when an engine has no address, or an address no engine */
function routingOf(it: z.infer<typeof Environment>): RoutingConfig | undefined {
  const { QAFILA_ROUTING_ENGINE: engine, QAFILA_ROUTING_URL: url, QAFILA_ROUTING_KEY: key } = it;
  if (engine && url) return { engine, url, key };
  if (engine || url) throw new ConfigError(['QAFILA_ROUTING_ENGINE and QAFILA_ROUTING_URL go together']);
  return undefined;
}

/** @throws {ConfigError} when e-mail lacks a sender, or an address for its links */
function mailOf(it: z.infer<typeof Environment>): MailConfig | undefined {
  const { QAFILA_SMTP_URL: url, QAFILA_MAIL_FROM: from } = it;
  if (url === undefined && from === undefined) return undefined;
  if (url === undefined || from === undefined) {
    throw new ConfigError(['QAFILA_SMTP_URL and QAFILA_MAIL_FROM go together']);
  }
  if (it.QAFILA_PUBLIC_URL === undefined) {
    throw new ConfigError(['QAFILA_PUBLIC_URL is missing, which links in e-mails need']);
  }
  return { url, from, isTlsRequired: it.QAFILA_SMTP_TLS };
}

/** @throws {ConfigError} when the chosen map lacks its address */
function mapOf(it: z.infer<typeof Environment>): MapConfig {
  const map = mapConfigOf(it);
  if (map) return map;
  const missing = it.QAFILA_MAP === 'raster' ? 'QAFILA_MAP_TILES_URL' : 'QAFILA_MAP_PMTILES';
  throw new ConfigError([`${missing} is missing, which QAFILA_MAP=${it.QAFILA_MAP} needs`]);
}

export class ConfigError extends Error {
  override readonly name = 'ConfigError';

  constructor(faults: readonly string[]) {
    super(faults.join('\n'));
  }
}
