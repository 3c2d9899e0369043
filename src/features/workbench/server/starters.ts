import type {
  DjangoServer,
  ExpressServer,
  FlaskServer,
  HeaderRow,
  HeadersServer,
  NginxServer,
  ProxyServer,
  Route,
} from '@/scenario/document';
import type { Exchange } from '@/scenario/result';

const users = '[{"id":1,"name":"Ada"},{"id":2,"name":"Grace"}]';

/** What an HTTP server adds by itself; in a table it would only be in the way. */
const mechanical = new Set([
  'connection',
  'content-length',
  'date',
  'etag',
  'keep-alive',
  'transfer-encoding',
  'x-powered-by',
]);

/** Header rules that answer as the server did in the last run, so that switching to them changes nothing at first. */
export function headersStarter(origin: string, pageOrigin: string, exchanges: readonly Exchange[]): HeadersServer {
  const ofServer = exchanges.filter((exchange) => URL.parse(exchange.url)?.origin === origin);
  const preflight = ofServer.find((exchange) => exchange.kind === 'preflight');
  const actual = ofServer.find((exchange) => exchange.kind === 'actual');
  const fallback: HeaderRow[] = [['Access-Control-Allow-Origin', pageOrigin]];

  const routes: Route[] = [
    preflight
      ? { method: 'OPTIONS', path: '*', status: sendable(preflight.status), headers: rowsOf(preflight) }
      : {
          method: 'OPTIONS',
          path: '*',
          status: 204,
          headers: [
            ...(actual ? corsRows(actual) : fallback),
            ['Access-Control-Allow-Methods', 'GET, POST, PUT, DELETE'],
          ],
        },
    actual
      ? { method: '*', path: '*', status: sendable(actual.status), headers: rowsOf(actual), body: actual.body }
      : {
          method: '*',
          path: '*',
          status: 200,
          headers: [...(preflight ? corsRows(preflight) : fallback), ['Content-Type', 'application/json']],
          body: users,
        },
  ];
  return { origin, kind: 'headers', routes };
}

const sendable = (status: number): number => (status >= 200 && status <= 599 ? status : 200);

const rowsOf = (exchange: Exchange): HeaderRow[] =>
  exchange.responseHeaders
    .filter(([name]) => !mechanical.has(name.toLowerCase()))
    .map(([name, value]) => [name, value]);

/** The headers that both answers need; the others are only read on one of them. */
const corsRows = (exchange: Exchange): HeaderRow[] =>
  rowsOf(exchange).filter(([name]) => /^access-control-allow-(origin|credentials)$/i.test(name));

export function expressStarter(origin: string, pageOrigin: string): ExpressServer {
  return {
    origin,
    kind: 'express',
    code: `app.use((req, res, next) => {
  res.header('Access-Control-Allow-Origin', '${pageOrigin}');
  res.header('Access-Control-Allow-Methods', 'GET, POST, PUT, DELETE');
  res.header('Access-Control-Allow-Headers', 'Content-Type, Authorization');
  if (req.method === 'OPTIONS') return res.sendStatus(204);
  next();
});
`,
  };
}

export function flaskStarter(origin: string, pageOrigin: string): FlaskServer {
  return {
    origin,
    kind: 'flask',
    code: `from flask_cors import CORS

CORS(app, origins=['${pageOrigin}'])
`,
  };
}

export function djangoStarter(origin: string, pageOrigin: string): DjangoServer {
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

CORS_ALLOWED_ORIGINS = [
    '${pageOrigin}',
]
`,
  };
}

export function nginxStarter(origin: string, pageOrigin: string): NginxServer {
  return {
    origin,
    kind: 'nginx',
    config: `server {
    listen 80;

    add_header Access-Control-Allow-Origin ${pageOrigin} always;
    add_header Access-Control-Allow-Methods "GET, POST, PUT, DELETE" always;
    add_header Access-Control-Allow-Headers "Content-Type, Authorization" always;
    add_header Vary Origin always;

    location / {
        if ($request_method = OPTIONS) {
            return 204;
        }
        default_type application/json;
        return 200 '${users}';
    }
}
`,
  };
}

export function proxyStarter(origin: string): ProxyServer {
  return { origin, kind: 'proxy', prefix: '/api', target: 'https://backend.example.com' };
}
