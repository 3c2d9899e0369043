import type { Server } from '../document';
import type { Preset } from './preset';

const page = 'https://app.example.com/';
const origin = 'https://api.example.com';

function trap(
  id: string,
  title: string,
  kind: 'flask' | 'django',
  frontend: string,
  code: string,
  from = page,
): Preset {
  const server: Server = { origin, kind, code };
  return { id, title, group: 'Servers', scenario: { version: 1, title, page: from, frontend, servers: [server] } };
}

const get = (path: string, options = ''): string => `const response = await fetch('${origin}${path}'${options});
console.log(response.status, await response.json());
`;

/** What people run into with Python, each as it happens with the packages themselves. */
export const pythonTraps: readonly Preset[] = [
  trap(
    'flask-missing-comma',
    'Flask: a comma is missing',
    'flask',
    get('/users'),
    `from flask_cors import CORS

CORS(app, origins=[
    'http://localhost:3000'
    'https://app.example.com',
])
`,
  ),
  trap(
    'flask-any-origin-with-cookies',
    'Flask: every origin, with cookies',
    'flask',
    get('/users', ", { credentials: 'include' }"),
    `from flask_cors import CORS

CORS(app, supports_credentials=True)
`,
    'https://evil.example/',
  ),
  trap(
    'django-no-scheme',
    'Django: an origin without its scheme',
    'django',
    get('/users'),
    `CORS_ALLOWED_ORIGINS = [
    'app.example.com',
]
`,
  ),
  trap(
    'django-middleware-order',
    'Django: the middleware stands too low',
    'django',
    get('/api/users', ", { headers: { 'X-Request-Id': '7' } }"),
    `CORS_ALLOWED_ORIGINS = ['https://app.example.com']
CORS_ALLOW_HEADERS = ['x-request-id']

MIDDLEWARE = [
    'django.middleware.common.CommonMiddleware',
    'corsheaders.middleware.CorsMiddleware',
]
`,
  ),
  trap(
    'django-error-page',
    'Django: an error page without headers',
    'django',
    get('/users'),
    `ALLOWED_HOSTS = ['localhost']

CORS_ALLOWED_ORIGINS = ['https://app.example.com']

MIDDLEWARE = [
    'django.middleware.common.CommonMiddleware',
    'corsheaders.middleware.CorsMiddleware',
]
`,
  ),
];
