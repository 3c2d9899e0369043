import type { HeaderList } from '@/engine';
import { NOBODY, UPSTREAM } from './upstream';

export interface Asked {
  method: string;
  path: string;
  headers?: HeaderList;
  body?: string;
}

export interface NginxCase {
  config: string;
  /** Besides those that every configuration is asked. */
  more?: readonly Asked[];
}

/** Where nginx is asked, in recordings and in tests alike. */
export const ORIGIN = 'http://api.example.com:4315';

const PAGE: HeaderList[0] = ['Origin', 'https://app.example.com'];
const CHROME: HeaderList[0] = [
  'User-Agent',
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/156.0.0.0 Safari/537.36',
];

/** What every configuration is asked. */
export const USUAL: readonly Asked[] = [
  { method: 'GET', path: '/users', headers: [PAGE] },
  {
    method: 'OPTIONS',
    path: '/users',
    headers: [PAGE, ['Access-Control-Request-Method', 'PUT'], ['Access-Control-Request-Headers', 'content-type']],
  },
  { method: 'POST', path: '/users', headers: [PAGE, ['Content-Type', 'application/json']], body: '{"name":"Ada"}' },
  { method: 'GET', path: '/users', headers: [['Origin', 'https://evil.example']] },
  { method: 'GET', path: '/api/users?x=1', headers: [PAGE] },
  { method: 'GET', path: '/api', headers: [PAGE] },
  { method: 'GET', path: '/missing', headers: [PAGE, CHROME] },
  { method: 'HEAD', path: '/users', headers: [PAGE] },
  { method: 'DELETE', path: '/api/echo', headers: [PAGE] },
  { method: 'GET', path: '/' },
];

const server = (body: string): string => `server {\n    listen 4315;\n${body}\n}\n`;
const get = (...paths: string[]): Asked[] => paths.map((path) => ({ method: 'GET', path, headers: [PAGE] }));
const app = `http://${UPSTREAM}`;

const UNREAD: readonly Asked[] = [
  { method: 'patch', path: '/users?x=1', headers: [PAGE, CHROME] },
  { method: 'GET', path: '/100%?x=1', headers: [PAGE, CHROME] },
];
/** What is known of a request. */
const LINE =
  '$request_method|$uri|$request_uri|$args|$is_args|$host|$http_host|$http_origin|$request|$status|$server_name|' +
  '$scheme|$server_protocol|$server_port|$server_addr';

const NAMES = '$http_x_plain|$http_x_under|$http_x_dot';
const ODD_NAMES: readonly Asked[] = ['/users', '/echo'].map((path) => ({
  method: 'GET',
  path,
  headers: [
    ['X-Plain', '1'],
    ['X_Under', '2'],
    ['x.dot', '3'],
    ['x1', '4'],
    ["X!#$%&'*+^`|~", '5'],
  ],
}));

export const CASES: Readonly<Record<string, NginxCase>> = {
  'nothing but a server': { config: server('') },
  'one header for all': {
    config: server(`add_header Access-Control-Allow-Origin *;
    location / { return 200 'hello'; }
    location /missing { return 404; }`),
  },
  'a header with always': {
    config: server(`add_header Access-Control-Allow-Origin "https://app.example.com" always;
    add_header Vary Origin always;
    add_header X-Only-Success yes;
    location / { return 200 "text"; }
    location /missing { return 404; }
    location /api { return 503; }`),
  },
  'an inner add_header puts the outer ones away': {
    config: server(`add_header Access-Control-Allow-Origin *;
    add_header Access-Control-Expose-Headers X-Total;
    location / { return 200 outer; }
    location /users { add_header X-Total 2; return 200 inner; }`),
  },
  'headers on every status': {
    config: server(`add_header X-Safe yes;
    add_header X-All yes always;
    location ~ ^/status/(\\d+)$ { set $code $1; if ($code = 201) { return 201 x; } if ($code = 202) { return 202 x; }
      if ($code = 204) { return 204; } if ($code = 206) { return 206 x; } if ($code = 301) { return 301 /to; }
      if ($code = 302) { return 302 https://other.example/; } if ($code = 303) { return 303 /to; } if ($code = 304) { return 304; }
      if ($code = 307) { return 307 /to; } if ($code = 308) { return 308 /to; } if ($code = 400) { return 400; }
      if ($code = 401) { return 401; } if ($code = 405) { return 405; } if ($code = 418) { return 418; }
      if ($code = 429) { return 429; } if ($code = 451) { return 451 'no'; } if ($code = 500) { return 500; }
      if ($code = 503) { return 503 '{}'; } if ($code = 444) { return 444; } return 200; }`),
    more: get(
      ...[200, 201, 202, 204, 206, 301, 302, 303, 304, 307, 308, 400, 401, 405, 418, 429, 444, 451, 500, 503].map(
        (code) => `/status/${code}`,
      ),
    ),
  },
  'the preflight by if and return': {
    config: server(`location / {
        if ($request_method = 'OPTIONS') {
            add_header 'Access-Control-Allow-Origin' '*';
            add_header 'Access-Control-Allow-Methods' 'GET, POST, OPTIONS';
            add_header 'Access-Control-Allow-Headers' 'DNT,User-Agent,Content-Type,Range';
            add_header 'Access-Control-Max-Age' 1728000;
            add_header 'Content-Type' 'text/plain; charset=utf-8';
            add_header 'Content-Length' 0;
            return 204;
        }
        if ($request_method = 'POST') {
            add_header 'Access-Control-Allow-Origin' '*' always;
            add_header 'Access-Control-Expose-Headers' 'Content-Length,Content-Range' always;
        }
        if ($request_method = 'GET') {
            add_header 'Access-Control-Allow-Origin' '*' always;
        }
        proxy_pass ${app};
    }`),
    more: get('/not-there', '/error', '/cors'),
  },
  'the same pasted as a snippet': {
    config: `location / {
     if ($request_method = 'OPTIONS') {
        add_header 'Access-Control-Allow-Origin' '*';
        return 204;
     }
     if ($request_method = 'GET') {
        add_header 'Access-Control-Allow-Origin' '*' always;
     }
}
`,
  },
  'an if keeps what is outside of it where it has no header of its own': {
    config: server(`location / {
        add_header Access-Control-Allow-Origin $http_origin;
        add_header Access-Control-Allow-Credentials true;
        if ($request_method = OPTIONS) { return 204; }
        proxy_pass ${app};
    }`),
  },
  'only the last if that is true': {
    config: server(`location / {
        set $true 1;
        add_header X-Outer 0;
        if ($true) { add_header X-First 1; }
        if ($true) { add_header X-Second 2; }
        return 200 done;
    }`),
  },
  'proxy_pass with a path and an if': {
    config: server(`location /api/ { proxy_pass ${app}/; set $true 1; if ($true) { set $other 1; } }
    location / { proxy_pass ${app}; if ($http_origin ~ evil) { return 403; } }`),
  },
  'try_files and if': {
    config:
      server(`location / { try_files /file @fallback; set $true 1; if ($http_origin ~ evil) { add_header X-If 1; } }
    location @fallback { add_header X-Fallback 1; proxy_pass ${app}; }`),
  },
  'a map of origins': {
    config: `map $http_origin $cors_origin {
    default "";
    "https://app.example.com" $http_origin;
    ~^https://(?<name>[a-z]+)\\.example\\.org$ $http_origin;
    ~*LOCALHOST(:\\d+)?$ "local$1";
}
map $cors_origin $cors_credentials { default ""; "~." true; }
${server(`add_header Access-Control-Allow-Origin $cors_origin always;
    add_header Access-Control-Allow-Credentials $cors_credentials always;
    add_header Vary Origin always;
    location / { return 200 "[$cors_origin] [$name]"; }
    location /missing { return 404; }`)}`,
    more: [
      { method: 'GET', path: '/x', headers: [['Origin', 'https://one.example.org']] },
      { method: 'GET', path: '/x', headers: [['Origin', 'http://localhost:5173']] },
      { method: 'GET', path: '/x', headers: [['Origin', 'HTTPS://APP.example.com']] },
      { method: 'GET', path: '/x', headers: [['Origin', 'null']] },
    ],
  },
  'a map of hostnames, and of several variables': {
    config: `map $host $which { hostnames; default none; api.example.com exact; *.example.com wild; .example.org dot; www.* www; }
map "$request_method:$http_origin" $both { "GET:https://app.example.com" yes; default "no $request_method"; \\default odd; }
${server('location / { return 200 "$which $both"; }')}`,
    more: [
      { method: 'GET', path: '/', headers: [['Host', 'www.example.com']] },
      { method: 'GET', path: '/', headers: [['Host', 'example.org:81']] },
      { method: 'GET', path: '/', headers: [['Host', 'www.elsewhere.net']] },
    ],
  },
  'an origin that a pattern matches': {
    config: server(`set $cors "";
    if ($http_origin ~* "^https?://(localhost|app\\.example\\.com)(:[0-9]+)?$") { set $cors $http_origin; }
    add_header Access-Control-Allow-Origin $cors;
    location / { if ($cors = "") { return 403; } if ($cors !~ ^https) { return 400 insecure; } proxy_pass ${app}; }`),
    more: [{ method: 'GET', path: '/users', headers: [['Origin', 'http://localhost:3000']] }],
  },
  'the request as the upstream sees it': {
    config: server(`location / { proxy_pass ${app}; }
    location /api/ { proxy_pass ${app}/; proxy_set_header Host $host; proxy_set_header X-Real-IP $remote_addr;
      proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for; proxy_set_header X-Forwarded-Proto $scheme; proxy_set_header Origin ""; }
    location /v1/ { proxy_pass ${app}/v2; }
    location /base/ { proxy_pass ${app}/inner/; proxy_http_version 1.1; proxy_set_header Connection ""; }`),
    more: [
      ...get(
        '/api/echo?a=%20b',
        '/v1/echo',
        '/base/echo',
        '/v1',
        '/a%20b/echo%2Fc?d',
        '/api/a%20b%25c',
        '//double///slash',
      ),
      {
        method: 'POST',
        path: '/echo',
        headers: [PAGE, ['Cookie', 'a=1'], ['X-Custom', 'yes'], ['Content-Type', 'text/plain']],
        body: 'body',
      },
      {
        method: 'GET',
        path: '/api/echo',
        headers: [
          ['X-Forwarded-For', '10.0.0.1'],
          ['Connection', 'keep-alive'],
          ['TE', 'trailers'],
          ['Upgrade', 'x'],
          ['Expect', ''],
        ],
      },
    ],
  },
  'proxy_set_header is not added to the outer ones': {
    config: server(`proxy_set_header Host $http_host;
    proxy_set_header X-Outer 1;
    location / { proxy_pass ${app}; }
    location /api/ { proxy_set_header X-Inner 1; proxy_pass ${app}; }`),
    more: get('/echo'),
  },
  'headers of the upstream, hidden and passed': {
    config: server(`location / { proxy_pass ${app}; add_header Access-Control-Allow-Origin https://app.example.com; }
    location /api/ { proxy_hide_header Access-Control-Allow-Origin; proxy_hide_header x-powered-by; proxy_pass_header Server;
      add_header Access-Control-Allow-Origin https://app.example.com always; proxy_pass ${app}/; }`),
    more: get('/cors', '/api/cors', '/error', '/api/error', '/login', '/empty', '/api/empty', '/not-there'),
  },
  'redirects of the upstream': {
    config: server(`location / { proxy_pass ${app}; }
    location /api/ { proxy_pass ${app}/base/; }
    location /off/ { proxy_pass ${app}/; proxy_redirect off; }
    location /own/ { proxy_pass ${app}/; proxy_redirect ${app}/ /own/; proxy_redirect / /relative/; }
    location /full/ { proxy_pass ${app}/; proxy_redirect ${app} https://$host; }`),
    more: get(
      ...['', '/api', '/off', '/own', '/full'].flatMap((at) =>
        ['', '/base', '/path', '/away'].map((to) => `${at}/redirect${to}`),
      ),
    ),
  },
  'an upstream that is not there': {
    config: server(`add_header X-Safe 1; add_header X-All 1 always;
    location / { proxy_pass http://${NOBODY}; }
    location /api { proxy_pass http://${NOBODY}; error_page 502 =200 /fallback; }
    location = /fallback { return 200 '{"fallback":true}'; }`),
  },
  'errors of the upstream, intercepted': {
    config: server(`proxy_intercept_errors on;
    error_page 404 /custom; error_page 500 502 =503 @down; error_page 401 =200 /custom;
    location / { proxy_pass ${app}; add_header X-Proxied 1 always; }
    location = /custom { add_header X-Custom 1 always; return 200 custom; }
    location @down { add_header X-Down 1 always; return 500 '{"down":true}'; }`),
    more: get('/not-there', '/error', '/login', '/cors'),
  },
  'error pages': {
    config:
      server(`error_page 404 /404.html; error_page 403 = @named; error_page 405 =204 /nothing; error_page 401 https://login.example.com/;
    error_page 410 =301 https://new.example.com/; error_page 500 =200 $uri/again; error_page 400 = /empty;
    location = /404.html { internal; return 200 "nothing here"; }
    location @named { return 418 "tea $request_method"; }
    location /users { if ($request_method = OPTIONS) { return 405; } if ($request_method = POST) { return 403; } return 200; }
    location /status/401 { return 401; } location /status/410 { return 410; } location /status/500 { return 500; }
    location /status/400 { return 400; } location /empty { return 204; }
    location /nothing { add_header X-Nothing $request_method; return 200 nothing; }`),
    more: get('/404.html', '/status/401', '/status/410', '/status/500', '/status/400'),
  },
  'error pages inside of error pages': {
    config: server(`error_page 404 /a; location = /a { return 403; } error_page 403 /b; location = /b { return 200 b; }
    location /api { recursive_error_pages on; error_page 404 /a; error_page 403 /b; return 404; }
    location /loop { recursive_error_pages on; error_page 404 /loop; return 404; }`),
    more: get('/loop'),
  },
  'locations of every kind': {
    config: server(`location / { return 200 root; }
    location = /users { return 200 exact; }
    location /api { return 200 prefix; location /api/users { return 200 nested; } location ~ \\.json$ { return 200 nested-regex; } }
    location ^~ /static { return 200 preferred; }
    location ~ ^/static/.*\\.js$ { return 200 never; }
    location ~* \\.JSON$ { return 200 regex; }
    location ~ "^/(?<kind>[a-z]{3})/(\\d+)$" { return 200 "$kind $2 $uri"; }
    location = / { return 200 home; }`),
    more: get(
      '/static/a.js',
      '/a.json',
      '/api/a.json',
      '/API',
      '/abc/12',
      '/abc/x',
      '/apiary',
      '/users/',
      '/a/../users',
      '/a/b.html',
    ),
  },
  rewrites: {
    config:
      server(`rewrite ^/old/(.*)$ /new/$1 last; rewrite ^/moved/(.*)$ /to/$1 permanent; rewrite ^/found/(.*)$ https://other.example/$1 redirect;
    rewrite ^/plain$ http://other.example/plain; rewrite ^/drop /new/dropped?;
    location /new/ { return 200 "new $uri $args $is_args"; }
    location /api/ { rewrite ^/api/(.*)$ /$1 break; proxy_pass ${app}; }
    location /path/ { rewrite ^/path/(.*)$ /v2/$1?added=1 break; proxy_pass ${app}/ignored/; }
    location /loop { rewrite ^ /loop/again last; }
    location /twice { rewrite ^/twice/(.*)$ /new/$1; rewrite ^/new/(.*)$ /new/again/$1; return 200 "here $uri"; }
    location /stop { break; rewrite ^ /new/x; return 200 stopped; }
    location /set { set $a 1; set $b "$a-$a"; set $c \${b}c; return 200 "$a $b $c $request_uri"; }`),
    more: get(
      '/old/a?b=1',
      '/moved/a?b=1',
      '/found/x',
      '/plain?q',
      '/drop?q=1',
      '/path/echo?c=2',
      '/loop',
      '/twice/a',
      '/stop',
      '/set?x',
      '/api/echo?q',
    ),
  },
  limit_except: {
    config: server(`location / { limit_except GET { deny all; } proxy_pass ${app}; add_header X-All 1 always; }
    location /api { limit_except GET POST OPTIONS { deny all; } return 200 returned; }
    location /allowed { limit_except GET { allow 127.0.0.1; deny all; } proxy_pass ${app}; }`),
    more: [
      { method: 'PUT', path: '/api', headers: [PAGE], body: '' },
      { method: 'PUT', path: '/allowed/echo', headers: [PAGE], body: '' },
    ],
  },
  'a password': {
    config: server(`add_header Access-Control-Allow-Origin *;
    location / { auth_basic "Members only"; auth_basic_user_file users; proxy_pass ${app}; }
    location /api { auth_basic off; proxy_pass ${app}; }
    location /first { auth_basic x; auth_basic_user_file users; if ($request_method = OPTIONS) { return 204; } proxy_pass ${app}; }
    location /limited { limit_except OPTIONS { auth_basic y; auth_basic_user_file users; } proxy_pass ${app}; }
    location /no-file { auth_basic z; proxy_pass ${app}; }
    location /any { satisfy any; deny all; auth_basic a; auth_basic_user_file users; proxy_pass ${app}; }`),
    more: [
      { method: 'GET', path: '/echo', headers: [['Authorization', 'Basic YWRhOnNlY3JldA==']] },
      { method: 'GET', path: '/echo', headers: [['Authorization', 'Basic YWRhOndyb25n']] },
      { method: 'OPTIONS', path: '/first', headers: [PAGE] },
      { method: 'GET', path: '/first', headers: [PAGE] },
      { method: 'OPTIONS', path: '/limited', headers: [PAGE] },
      { method: 'GET', path: '/limited', headers: [PAGE] },
      { method: 'GET', path: '/no-file', headers: [PAGE] },
      { method: 'GET', path: '/any', headers: [PAGE] },
      { method: 'GET', path: '/any', headers: [['Authorization', 'Basic YWRhOnNlY3JldA==']] },
    ],
  },
  addresses: {
    config: server(`deny 10.0.0.0/8; allow 127.0.0.1; deny all;
    location / { return 200; } location /users { proxy_pass ${app}; } location /api { deny all; proxy_pass ${app}; add_header X-All 1 always; }`),
  },
  'a body that is too large': {
    config: server(`client_max_body_size 10; add_header Access-Control-Allow-Origin *;
    location / { proxy_pass ${app}; }
    location /always { add_header Access-Control-Allow-Origin * always; proxy_pass ${app}; }
    location /free { client_max_body_size 0; proxy_pass ${app}; }
    location /page { error_page 413 /413.json; proxy_pass ${app}; } location /413.json { return 200 '{}'; }`),
    more: ['/always', '/free', '/page'].map((path) => ({
      method: 'POST',
      path,
      headers: [PAGE],
      body: 'more than ten bytes',
    })),
  },
  expires: {
    config:
      server(`location / { expires 1h; return 200; } location /users { expires -1; return 200; } location /api { expires epoch; proxy_pass ${app}; }
    location /max { expires max; add_header Cache-Control public; return 200; } location /missing { expires 1d; return 404; } location /off { expires off; return 200; }
    location /unit { expires 2d; return 200; }`),
    more: get('/max', '/off', '/unit'),
  },
  'types of content': {
    config: `include mime.types;
default_type application/octet-stream;
charset utf-8;
${server(`location / { return 200 '{}'; } location /text { default_type text/plain; return 200 text; } location /json { default_type application/json; return 200 '{}'; }
    location /own { types { text/x-own own; } return 200 x; } location /up/ { proxy_pass ${app}/; } location /quoted { default_type "text/html; charset=latin1"; return 200 x; }`)}`,
    more: get(
      '/a.json',
      '/a.html',
      '/a.JS',
      '/a.own',
      '/own/a.own',
      '/own/a.json',
      '/text/',
      '/json',
      '/up/text',
      '/up/users',
      '/quoted',
    ),
  },
  'built-in types': { config: server('location / { return 200 x; }'), more: get('/a.html', '/a.json', '/a.gif') },
  'redirects of its own': {
    config: server(`location /users { return 301 /people; } location /api { return https://other.example$request_uri; }
    location /missing { return 302 $scheme://$host/x; } location /relative { absolute_redirect off; return 301 /there; }
    location /no-port { port_in_redirect off; return 301 /there; } location /words { return 303 there; } location /folder/ { proxy_pass ${app}; }
    location /none { return 301; }`),
    more: get('/relative', '/no-port', '/words', '/folder', '/folder?x=1', '/none'),
  },
  'server names': {
    config: `${server(`server_name one.example.com; location / { return 200 "one $server_name"; }`)}
server { listen 4315 default_server; server_name _; return 404; }
${server(`server_name *.example.org www.*; location / { return 200 wild; }`)}
${server(`server_name ~^(?<sub>[a-z]+)\\.example\\.net$; location / { return 200 "regex $sub"; }`)}
${server(`server_name .example.edu; server_tokens off; return 403;`)}`,
    more: [
      'one.example.com',
      'ONE.example.com:4315',
      'a.example.org',
      'a.b.example.org',
      'example.org',
      'www.any.test',
      'ab.example.net',
      'example.edu',
      'x.example.edu',
    ].map((host) => ({ method: 'GET', path: '/', headers: [['Host', host]] })),
  },
  variables: {
    config: server(
      `location / { return 200 "$request_method|$scheme|$host|$http_host|$server_port|$uri|$request_uri|$args|$query_string|$is_args|$arg_x|$cookie_session|$http_origin|$http_x_custom|$remote_addr|$server_protocol|$content_type|$content_length|$request|$document_uri|$https|$nginx_version|$remote_user|\${arg_x}y"; }`,
    ),
    more: [
      {
        method: 'GET',
        path: '/a%20b/?x=1&y=2',
        headers: [PAGE, ['Cookie', 'other=2; session=abc'], ['X-Custom', 'c']],
      },
      { method: 'POST', path: '/?X=3', headers: [['Content-Type', 'text/plain']], body: 'abc' },
      {
        method: 'GET',
        path: '/',
        headers: [
          ['Cookie', 'a=1'],
          ['Authorization', 'Basic YWRhOnNlY3JldA=='],
        ],
      },
    ],
  },
  'variables of the upstream': {
    config:
      server(`location / { proxy_pass ${app}; add_header X-Id $upstream_http_x_request_id always; add_header X-Status $upstream_status always;
      add_header X-Type $sent_http_content_type; add_header X-Origin $upstream_http_access_control_allow_origin; }`),
    more: get('/cors', '/error', '/empty'),
  },
  'an upstream group': {
    config: `upstream backend { server ${UPSTREAM} weight=1; keepalive 8; }
${server('location / { proxy_pass http://backend; } location /api/ { proxy_pass http://backend/; proxy_set_header Host $proxy_host; }')}`,
    more: get('/echo', '/redirect', '/api/redirect'),
  },
  'proxy_pass with variables': {
    config:
      server(`set $up ${UPSTREAM}; location / { proxy_pass http://$up; } location /api/ { proxy_pass http://$up/fixed; }
    location ~ ^/re/(.*)$ { proxy_pass http://$up/$1$is_args$args; } location /name { set $up nowhere.test; proxy_pass http://$up; } location /bad { set $up ""; proxy_pass $up; }`),
    more: get('/echo?q=1', '/re/echo?q=1', '/name', '/bad', '/redirect'),
  },
  'proxy_pass in an if': {
    config: server(`location / { if ($http_origin ~ evil) { proxy_pass http://${NOBODY}; } proxy_pass ${app}; }
    location /api/ { set $x 1; if ($x) { add_header X-If 1; } proxy_pass ${app}/; }`),
    more: get('/api/echo'),
  },
  'single-page app': {
    config:
      server(`root html; index index.html; location / { try_files $uri $uri/ /index.html; } location /api/ { try_files $uri =404; } location /other/ { try_files $uri @other; }
    location @other { return 200 "other $uri $request_method"; } location /code { try_files /x =403; error_page 403 =200 /other/y; }`),
    more: [...get('/other/a', '/code', '/deep/path'), { method: 'PUT', path: '/other/b', headers: [PAGE] }],
  },
  'all of nginx.conf': {
    config: `user www-data;
worker_processes auto;
events { worker_connections 768; }
http {
    include mime.types;
    default_type application/octet-stream;
    sendfile on; tcp_nopush on; keepalive_timeout 65; server_tokens off;
    gzip off;
    add_header X-Http 1;
    map $request_method $is_preflight { OPTIONS 1; default 0; }
    server {
        listen 4315; # the one
        server_name api.example.com;
        client_max_body_size 1m;
        location / {
            if ($is_preflight) { return 204; }
            proxy_pass ${app};
            proxy_read_timeout 30s;
            proxy_buffering off;
        }
    }
}
`,
  },
  'a method that is not read': {
    config: server(`set $of server; add_header X-Safe 1; add_header X-All "${LINE}" always;
    location / { return 200 "$request_method"; }`),
    more: [
      ...UNREAD,
      ...['Patch', 'PATCH', 'head', 'M1', 'A.B', "A'B", 'A|B', 'M-SEARCH', '_', '-'].map((method) => ({
        method,
        path: '/users',
        headers: [PAGE, CHROME],
      })),
      { method: 'PATCH', path: '/users', headers: [PAGE], body: 'abc' },
    ],
  },
  'a path that is not read': {
    config: server(`location / { return 200 "$uri $request_uri"; }`),
    more: [
      { method: 'HEAD', path: '/100%' },
      ...get(
        '/%zz',
        '/a%00',
        '/a/..%2Fusers',
        '/..%2Fx',
        '/a/.%2Fb',
        '/a%2F%2Fb',
        '/a%2F.',
        '/a%2F..',
        '/?%',
        '/a%20%3F',
      ),
      ...get('/a/b%2F..%2F..%2F', '/a/b%2F..%2F..%2F..', '/...', '/%25'),
    ],
  },
  'an error page for what is not read': {
    config: server(`server_name any.example.com; set $of server; error_page 400 /bad?q=1;
    location /bad { add_header X-All "${LINE} $of" always; return 200 bad; } location / { return 200; }`),
    more: UNREAD,
  },
  'an error page of the upstream for what is not read': {
    config: server(`error_page 400 =200 /bad; location /bad { limit_except GET { deny all; } proxy_pass ${app}; }`),
    more: UNREAD,
  },
  'a named error page for what is not read': {
    config: server(`error_page 400 = @bad; location @bad { return 200 bad; } add_header X-All 1 always;`),
    more: UNREAD,
  },
  'an address for what is not read': {
    config: server(`error_page 400 https://login.example.com$request_uri;`),
    more: UNREAD,
  },
  'a redirect for what is not read': {
    config: server(`server_name any.example.com; error_page 400 /bad; location /bad { return 301 /there; }`),
    more: UNREAD,
  },
  'a redirect to the name of the server for what is not read': {
    config: server(
      `server_name any.example.com; server_name_in_redirect on; error_page 400 /bad; location /bad { return 301 /there; }`,
    ),
    more: UNREAD,
  },
  'the server for what is not read': {
    config: `${server('server_name one.example.com ""; add_header X-One 1 always;')}
server { listen 4315 default_server; server_name two.example.com; server_tokens off; add_header X-Two 1 always; }
${server('server_name ~.*; add_header X-Three 1 always;')}`,
    more: [...UNREAD, { method: 'patch', path: '/', headers: [['Host', 'one.example.com']] }],
  },
  'names of headers that are invalid to nginx': {
    config: server(`location / { proxy_pass ${app}; } location /users { return 200 "${NAMES}"; }`),
    more: ODD_NAMES,
  },
  'names of headers with underscores': {
    config: `underscores_in_headers on;
${server(`location / { proxy_pass ${app}; } location /users { return 200 "${NAMES}"; }`)}`,
    more: ODD_NAMES,
  },
  'names of headers that are invalid, and taken': {
    config: server(
      `ignore_invalid_headers off; location / { proxy_pass ${app}; } location /users { return 200 "${NAMES}"; }`,
    ),
    more: ODD_NAMES,
  },
  'quotes and escapes': {
    config:
      server(`location / { add_header X-A "a \\"b\\" c"; add_header X-B 'it\\'s'; add_header X-C a\\ b; add_header X-D "semi;colon {brace} #hash"; add_header X-E a#b;
      add_header X-F ""; add_header X-G "$http_none"; add_header X-H "tab\\there"; return 200 "line\\nbreak"; }`),
  },
};

/** What nginx does not start with. */
export const BROKEN: Readonly<Record<string, string>> = {
  'an unknown directive': 'server {\n    listen 4315;\n    add_heder X y;\n}\n',
  'a missing semicolon': 'server {\n    listen 4315\n    server_name a;\n    location / { return 200; }\n}\n',
  'a missing semicolon before a header': 'server {\n    add_header X y\n    add_header Z w;\n}\n',
  'a missing brace': 'server {\n    location / {\n        return 200;\n    }\n',
  'a brace too many': 'server {\n    location / { return 200; }\n}\n}\n',
  'an end in the middle of a directive': 'server {\n    listen 4315;\n    add_header X',
  'a quote that is never closed': 'server {\n    add_header X "y;\n}\n',
  'something right after a quote': 'server {\n    add_header X "y"z;\n}\n',
  'too few arguments': 'server {\n    add_header X;\n}\n',
  'a third argument that is not always': 'server {\n    add_header X y allways;\n}\n',
  'a directive where it may not stand': 'server {\n    proxy_pass http://127.0.0.1:1;\n}\n',
  'add_header in an if of the server': 'server {\n    if ($host) {\n        add_header X y;\n    }\n}\n',
  'add_header in limit_except':
    'server {\n    location / {\n        limit_except GET {\n            add_header X y;\n        }\n    }\n}\n',
  'a block without a brace': 'server {\n    location /;\n}\n',
  'a brace without a block': 'server {\n    add_header X y {\n    }\n}\n',
  'an unknown variable': 'server {\n    location / {\n        return 200 $nothing;\n    }\n}\n',
  'a host that nobody knows': 'server {\n    location / {\n        proxy_pass http://app.invalid:3000;\n    }\n}\n',
  'no URL': 'server {\n    location / {\n        proxy_pass app:3000;\n    }\n}\n',
  'a path in a regular expression':
    'server {\n    location ~ /api {\n        proxy_pass http://127.0.0.1:1/x;\n    }\n}\n',
  'a path in an if':
    'server {\n    location / {\n        if ($host) {\n            proxy_pass http://127.0.0.1:1/x;\n        }\n    }\n}\n',
  'proxy_pass twice':
    'server {\n    location / {\n        proxy_pass http://127.0.0.1:1;\n        proxy_pass http://127.0.0.1:2;\n    }\n}\n',
  'a location twice': 'server {\n    location /a { return 200; }\n    location /a { return 201; }\n}\n',
  'a location outside of the one around it':
    'server {\n    location /a {\n        location /b { return 200; }\n    }\n}\n',
  'a modifier that is none': 'server {\n    location ~~ /a { return 200; }\n}\n',
  'a return code that is none': 'server {\n    return abc;\n}\n',
  'a condition without parentheses': 'server {\n    if $host = a { return 200; }\n}\n',
  'a condition with another operator': 'server {\n    if ($host == a) { return 200; }\n}\n',
  'a regular expression that is none': 'server {\n    location ~ "(a" { return 200; }\n}\n',
  'a method that is none': 'server {\n    location / {\n        limit_except GETT { deny all; }\n    }\n}\n',
  'set without a dollar': 'server {\n    set a 1;\n}\n',
  'set of a variable that is nginx’s': 'server {\n    set $host 1;\n}\n',
  'an if in http': 'if ($host) { return 200; }\nserver { }\n',
  'no size': 'server {\n    client_max_body_size lots;\n}\n',
  'neither on nor off': 'server {\n    proxy_intercept_errors yes;\n}\n',
  'an error page for a success': 'server {\n    error_page 200 /x;\n}\n',
  'a map entry with three words': 'map $http_origin $a {\n    default a b;\n}\nserver { }\n',
  'a map with two defaults': 'map $http_origin $a {\n    default a;\n    default b;\n}\nserver { }\n',
  'a file that is not there': 'server {\n    include cors.conf;\n}\n',
  'a dollar alone': 'server {\n    location / { return 200 "5$"; }\n}\n',
  'a variable without its brace': 'server {\n    location / { return 200 "${host"; }\n}\n',
  'a port that is none': 'server {\n    listen abc:def;\n}\n',
};
