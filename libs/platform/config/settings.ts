import { z } from 'zod';

/** One setting of the product: how it is read, what it means, what it is when nobody says. */
interface Setting {
  readonly schema: z.ZodType;
  readonly default: string;
  readonly meaning: string;
}

const flag = z.enum(['true', 'false']).transform((value) => value === 'true');
const port = z.coerce.number().int().min(1).max(65_535);
const count = (min: number, max: number) => z.coerce.number().int().min(min).max(max);
const url = (...protocols: string[]) =>
  z.string().refine(
    (value) => {
      try {
        return protocols.includes(new URL(value).protocol);
      } catch {
        return false;
      }
    },
    `must be a URL starting with ${protocols.map((protocol) => `${protocol}//`).join(' or ')}`,
  );
const optional = <T extends z.ZodType>(schema: T) =>
  z
    .literal('')
    .transform(() => null)
    .or(schema);

const isKey = (value: string) => Buffer.from(value, 'base64').length === 32;

/**
 * Every setting there is. Read from the environment at boot and nowhere else; an unknown value stops the process.
 * `docs/settings.md` holds the same table; a test keeps the two alike.
 */
export const SETTINGS = {
  DATABASE_URL: {
    schema: url('postgres:', 'postgresql:'),
    default: '',
    meaning: 'PostgreSQL 15 or newer. `npm start` without it runs its own PostgreSQL under `.data/`.',
  },
  DATABASE_POOL_SIZE: {
    schema: count(2, 200),
    default: '20',
    meaning: 'Most database connections one process keeps.',
  },
  DATABASE_REPLICA_URL: {
    schema: optional(url('postgres:', 'postgresql:')),
    default: '',
    meaning:
      'A streaming replica of DATABASE_URL, for the same user: reports and exports are read there. Empty: everything is read from the primary.',
  },
  DATABASE_REPLICA_MAX_LAG_SECONDS: {
    schema: count(1, 3600),
    default: '5',
    meaning: 'How far behind the replica may be; while it is further, reports are read from the primary.',
  },
  REDIS_URL: {
    schema: optional(url('redis:', 'rediss:')),
    default: '',
    meaning: 'Redis for the queue. Empty: the queue runs on PostgreSQL.',
  },
  SMTP_URL: {
    schema: url('smtp:', 'smtps:'),
    default: '',
    meaning: 'Mail server. `npm start` without it runs a local mail catcher.',
  },
  MAIL_FROM: {
    schema: z.string().regex(/^[^\r\n]+@[^\r\n]+$/, 'must be a mail address'),
    default: '結 Yui <yui@localhost.localdomain>',
    meaning: 'Sender of every mail.',
  },
  MAIL_DKIM_DOMAIN: {
    schema: optional(z.string().regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/i, 'must be a domain')),
    default: '',
    meaning:
      'Domain that signs every mail (DKIM), the one of MAIL_FROM or above it. Empty: nothing is signed here. See docs/mail.md.',
  },
  MAIL_DKIM_SELECTOR: {
    schema: optional(z.string().regex(/^[a-z0-9-]+(\.[a-z0-9-]+)*$/i, 'must be a selector of DKIM')),
    default: '',
    meaning: 'Name under `_domainkey` where the public key is published.',
  },
  MAIL_DKIM_KEY_FILE: {
    schema: optional(z.string().min(1)),
    default: '',
    meaning: 'File with the private key that signs (PEM, RSA of 2048 bits).',
  },
  WEBHOOKS_LOCAL: {
    schema: flag,
    default: 'false',
    meaning:
      'Lets webhooks go to http:// and to addresses of this machine and its network. For tests and demonstrations alone.',
  },
  MAIL_GATHER_MINUTES: {
    schema: z.coerce.number().int().min(0).max(1440),
    default: '60',
    meaning:
      'What is not urgent waits so long for what follows, and goes out with it as one mail; 0: every mail at once, as with sample data.',
  },
  STORAGE_DIR: {
    schema: z.string().min(1),
    default: '.data/files',
    meaning:
      'Folder of papers and attachments. All processes need the same one. `npm start` puts it into YUI_DATA_DIR.',
  },
  S3_ENDPOINT: {
    schema: optional(url('http:', 'https:')),
    default: '',
    meaning: 'S3-compatible service for papers and attachments, without the bucket. Empty: they lie in STORAGE_DIR.',
  },
  S3_BUCKET: {
    schema: optional(z.string().regex(/^[a-z0-9][a-z0-9.-]+$/, 'must be the name of a bucket')),
    default: '',
    meaning: 'Bucket of papers and attachments. It must exist.',
  },
  S3_REGION: { schema: z.string().min(1), default: 'us-east-1', meaning: 'Region of the bucket.' },
  S3_ACCESS_KEY_ID: { schema: optional(z.string().min(1)), default: '', meaning: 'Who we are at the S3 service.' },
  S3_SECRET_ACCESS_KEY: {
    schema: optional(z.string().min(1)),
    default: '',
    meaning: 'Signs the requests to the S3 service.',
  },
  ATTACHMENT_MAX_MB: {
    schema: count(1, 100),
    default: '20',
    meaning: 'Largest file people may attach, in megabytes. A proxy in front must let as much through.',
  },
  VIRUS_SCANNER_URL: {
    schema: optional(url('tcp:')),
    default: '',
    meaning:
      'Daemon of ClamAV (`tcp://clamav:3310`) that looks at every file people add; without its answer none is kept. Empty: none is asked.',
  },
  PUBLIC_URL: {
    schema: url('http:', 'https:'),
    default: 'http://localhost:4000',
    meaning: 'Address people open; links in mails start with it. With https the session cookie is Secure.',
  },
  HSTS_INCLUDE_SUBDOMAINS: {
    schema: flag,
    default: 'false',
    meaning:
      'With https: tells browsers that every name below the one of PUBLIC_URL has https, too. They believe it for a year.',
  },
  API_HOST: {
    schema: z.string().min(1),
    default: '127.0.0.1',
    meaning: 'Address the api listens on.',
  },
  API_PORT: { schema: port, default: '4000', meaning: 'Port the api listens on.' },
  WORKER_HOST: {
    schema: z.string().min(1),
    default: '127.0.0.1',
    meaning: 'Address the health page of the worker listens on.',
  },
  WORKER_HEALTH_PORT: { schema: port, default: '4001', meaning: 'Port of the health page of the worker.' },
  WORKER_CONCURRENCY: { schema: count(1, 200), default: '8', meaning: 'Tasks one worker works on at a time.' },
  SESSION_HOURS: { schema: count(1, 720), default: '12', meaning: 'Hours after which a session ends by itself.' },
  SESSION_IDLE_MINUTES: {
    schema: count(10, 1440),
    default: '60',
    meaning: 'Minutes after which a session that nobody uses ends.',
  },
  SECOND_FACTOR_REQUIRED: {
    schema: z.enum(['true', 'everybody', 'false']),
    default: 'true',
    meaning:
      'Who must present a second factor: `true` people of desks, prefectures and the platform, `everybody` buyers and facilities, too. `npm start` with sample data asks nobody.',
  },
  SECRETS_KEY: {
    schema: optional(z.string().refine(isKey, 'must be 32 bytes in base64 (openssl rand -base64 32)')),
    default: '',
    meaning:
      'Key under which secrets of second factors lie in the database (32 bytes, base64). Empty: they lie there in clear.',
  },
  OIDC_PROVIDERS_FILE: {
    schema: optional(z.string().min(1)),
    default: '',
    meaning: 'File that names the OpenID Connect providers of organisations. Empty: none. See docs/sign-in.md.',
  },
  TRUSTED_PROXIES: {
    schema: optional(
      z.string().regex(/^[\w.:/, ]+$/, 'must be addresses, networks or loopback, uniquelocal, linklocal'),
    ),
    default: '',
    meaning:
      'Proxies whose X-Forwarded-For is believed: addresses, networks, `loopback`, `uniquelocal`, with commas between. Empty: none.',
  },
  RATE_LIMIT_PER_ACCOUNT: {
    schema: count(0, 1_000_000),
    default: '600',
    meaning:
      'Units a minute one person may ask for, and as many again their API tokens: a query is 1, a change 5, a large query more. 0: no limit.',
  },
  RATE_LIMIT_PER_ORGANISATION: {
    schema: count(0, 1_000_000),
    default: '6000',
    meaning: 'Units a minute all people and API tokens of one organisation together may ask for. 0: no limit.',
  },
  RATE_LIMIT_PER_ADDRESS: {
    schema: count(0, 1_000_000),
    default: '1200',
    meaning:
      'Units a minute that may come from one network address (IPv6: one /64) without being signed in. 0: no limit.',
  },
  PERSISTED_DOCUMENTS_ONLY: {
    schema: z.enum(['nobody', 'people', 'everybody']),
    default: 'nobody',
    meaning:
      'Who may ask only with the documents in `apps/api/graphql/documents`: `people` leaves API tokens free to send text, and is what `npm start` sets without sample data.',
  },
  METRICS_TOKEN: {
    schema: optional(z.string().min(20)),
    default: '',
    meaning:
      'What a monitor sends (`Authorization: Bearer …`) to read `/metrics` of the api and the worker (docs/operations.md). Empty: nobody reads it.',
  },
  OTEL_EXPORTER_OTLP_ENDPOINT: {
    schema: optional(z.url({ protocol: /^https?$/u })),
    default: '',
    meaning:
      'A collector of OpenTelemetry (OTLP over HTTP, `http://collector:4318`) that the api and the worker send their traces to (docs/operations.md). Empty: nothing is traced.',
  },
  CLOCK_MOVABLE: {
    schema: flag,
    default: 'false',
    meaning: 'Lets a platform administrator move the time of the product (demonstrations and tests only).',
  },
  SAMPLE_SIGN_INS: {
    schema: flag,
    default: 'false',
    meaning: 'The sign-in page offers the people of the sample. `npm start` with sample data turns it on.',
  },
  PAGES_DIR: {
    schema: optional(z.string().min(1)),
    default: 'dist/web',
    meaning: 'Folder of the built pages. Empty: this api serves none.',
  },
  GRAPHQL_INTROSPECTION: {
    schema: flag,
    default: 'false',
    meaning: 'Answers introspection queries and suggests field names (development only).',
  },
  LOG_LEVEL: {
    schema: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']),
    default: 'info',
    meaning: 'How much the processes log.',
  },
} as const satisfies Record<string, Setting>;

export type SettingName = keyof typeof SETTINGS;
