import { expect, it } from 'vitest';
import { DJANGO_ROUTES, EXAMPLE_ROUTES, knownRoutes, locationsIn } from './routes-in-code';
import urls from './python/mysite/urls.py?raw';

it('finds the locations of an nginx configuration that a path names', () => {
  const config = `server {
  location / { return 200; }
  # location /old { }
  location /api/ {
    proxy_pass http://app:3000/; # location /not-one {
  }
  location = /health{ return 204; }
  location ^~ "/files/" { location /files/deep { } }
  location ~ ^/users/\\d+$ { }
  location @fallback { }
  location /api/ { }
}`;
  expect(locationsIn(config)).toEqual(
    ['/', '/api/', '/health', '/files/', '/files/deep'].map((path) => ({ method: 'GET', path })),
  );
});

it('finds none where there is none', () => {
  expect(locationsIn('')).toEqual([]);
  expect(locationsIn('add_header X-Location "location /x {";')).toEqual([]);
});

const pathsOf = (server: Parameters<typeof knownRoutes>[0]): string[] => knownRoutes(server).map(({ path }) => path);
const origin = 'https://api.example.com';

it('finds the routes of Express with the prefixes of their routers', () => {
  const code = `const app = express();
api.get('/orders/:id', show);
v1.use('/shop', api);
app.use('/v1', cors(), v1);
app.route('/me').put(change);
// app.get('/old', show);`;
  expect(knownRoutes({ kind: 'express', origin, code })).toEqual([
    { method: 'GET', path: '/v1/shop/orders/:id' },
    { method: 'PUT', path: '/me' },
  ]);
});

it('has an end where a router is mounted in itself', () => {
  const code = `const app = express();\nr.use('/r', r);\nr.get('/x', show);`;
  expect(pathsOf({ kind: 'express', origin, code })).toHaveLength(1);
});

it('finds the routes of Flask with the prefixes of their blueprints', () => {
  const code = `app = Flask(__name__)
api = Blueprint('api', __name__, url_prefix='/api')
@api.route('/users', methods=['GET', 'POST'])
def users(): ...
app.add_url_rule('/health', view_func=health)`;
  expect(knownRoutes({ kind: 'flask', origin, code })).toEqual([
    { method: 'GET', path: '/api/users' },
    { method: 'POST', path: '/api/users' },
    { method: 'GET', path: '/health' },
  ]);
});

it('knows what stands behind code without an app', () => {
  const own = "app.get('/health', show);";
  expect(knownRoutes({ kind: 'express', origin, code: own })).toEqual([
    { method: 'GET', path: '/health' },
    ...EXAMPLE_ROUTES,
  ]);
});

it('knows the addresses of the Django project', () => {
  const written = [...urls.matchAll(/path\('([^']*)'/g)].map(([, path]) => `/${path!.replace(/<[^>]+>/, ':id')}`);
  const known = new Set([...EXAMPLE_ROUTES, ...DJANGO_ROUTES].map(({ path }) => path));
  expect(written.length).toBeGreaterThan(10);
  expect([...known].sort()).toEqual(written.sort());
});
