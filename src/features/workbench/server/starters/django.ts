import type { DjangoServer } from '@/scenario/document';
import { quoted } from './code';
import { settingsOf, type Policy } from './policy';

const setting = (name: string, members: readonly string[]): string =>
  `${name} = [\n${members.map((member) => `    ${quoted(member)},\n`).join('')}]\n`;

/** Settings of django-cors-headers. @returns null where they cannot say it */
export function djangoStarter(origin: string, pageOrigin: string, policy: Policy | null): DjangoServer | null {
  const settings = policy
    ? settingsOf(policy, pageOrigin)
    : { origin: pageOrigin, credentials: false, exposed: [], preflight: null };
  if (!settings) return null;
  const { credentials, exposed, preflight } = settings;
  const lines = [
    settings.origin === '*' ? 'CORS_ALLOW_ALL_ORIGINS = True\n' : setting('CORS_ALLOWED_ORIGINS', [settings.origin]),
    ...(credentials ? ['CORS_ALLOW_CREDENTIALS = True\n'] : []),
    ...(exposed.length > 0 ? [setting('CORS_EXPOSE_HEADERS', exposed)] : []),
    ...(preflight
      ? [setting('CORS_ALLOW_METHODS', preflight.methods), setting('CORS_ALLOW_HEADERS', preflight.headers)]
      : []),
    // Where it is not set the header says a day.
    ...(preflight ? [`CORS_PREFLIGHT_MAX_AGE = ${preflight.maxAge ?? 0}\n`] : []),
  ];
  return {
    origin,
    kind: 'django',
    code: `INSTALLED_APPS = [
    'corsheaders',
]

MIDDLEWARE = [
    'corsheaders.middleware.CorsMiddleware',
    'django.middleware.common.CommonMiddleware',
]

${lines.join('')}`,
  };
}
