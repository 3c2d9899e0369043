import { describe, expect, it } from 'vitest';
import { headersInCode } from './headers-in-code';
import { highlightLines, type Token } from './highlight';
import { highlightNginxLines } from './highlight-nginx';
import { highlightPythonLines } from './highlight-python';
import { highlightShellLines } from './highlight-shell';

type Side = 'frontend' | 'server';
const known = new Set(['content-type', 'x-total', 'access-control-allow-headers', 'origin', 'location', 'accept']);

/** The pieces of the code that speak of a header, each with its header. */
const pieces = (code: string, side: Side = 'server', highlight: (code: string) => Token[][] = highlightLines) =>
  headersInCode(highlight(code), side, (name) => known.has(name)).flatMap((places, at) =>
    places.map(({ name, from, to }) => `${code.split('\n')[at]!.slice(from, to)} ${name}`),
  );

const header = (word: string) => `${word} ${word.toLowerCase()}`;

describe('names of headers in JavaScript', () => {
  it.each([
    ["headers: { 'Content-Type': 'a', 'x-own': '1', Accept: 'b' }", ['Content-Type', 'x-own', 'Accept']],
    ["response.headers.get('X-Mine')", ['X-Mine']],
    ["xhr.setRequestHeader('X-Mine', 'x')", ['X-Mine']],
    ["new Headers({ 'x-own': '1' })", ['x-own']],
    ["const list = ['Content-Type']", ['Content-Type']],
    ['// Content-Type has to be asked for', ['Content-Type']],
    ["`${'X-Total'}`", ['X-Total']],
  ])('%s', (code, names) => {
    expect(pieces(code, 'frontend')).toEqual(names.map(header));
  });

  it.each([
    ["res.set('X-Mine', 'origin')", ['X-Mine']],
    ["res.set({\n  'X-Mine': 'a',\n  Location: '/b',\n})", ['X-Mine', 'Location']],
    [
      "res.header('Access-Control-Allow-Headers', 'Accept, X-Mine')",
      ['Access-Control-Allow-Headers', 'Accept', 'X-Mine'],
    ],
    ["res.set('Vary', 'Origin')", ['Vary', 'Origin']],
    ['const origin = req.headers.origin', ['origin']],
  ])('%s', (code, names) => {
    expect(pieces(code)).toEqual(names.map(header));
  });

  it('are not words that only look like one', () => {
    expect(
      pieces("const origin = location.origin;\nfetch('/content-type-list?location=accept', { mode: 'origin' })"),
    ).toEqual([]);
  });
});

describe('options that make a header', () => {
  it('are those of the cors package, in the call or in an object that it is given', () => {
    const options = "{\n  origin: (origin, next) => next(null, true),\n  allowedHeaders: ['X-Mine'],\n  maxAge: 60,\n}";
    const expected = [
      'origin access-control-allow-origin',
      'allowedHeaders access-control-allow-headers',
      'X-Mine x-mine',
      'maxAge access-control-max-age',
    ];
    expect(pieces(`app.use(cors(${options}));`)).toEqual(expected);
    expect(pieces(`const options = ${options};\napp.use('/api', cors(options));`)).toEqual(expected);
    expect(pieces("const other = { origin: 'a', methods: ['GET'] };\napp.use(cors());")).toEqual([]);
  });

  it('are those of Flask-CORS, as arguments and in resources, and no other argument of that name', () => {
    const code = `CORS(app, supports_credentials=True, resources={
    r'/api/*': {'origins': ['https://a.example'], "expose_headers": ('X-Mine',)},
})
@app.route('/users', methods=['GET'])`;
    expect(pieces(code, 'server', highlightPythonLines)).toEqual([
      'supports_credentials access-control-allow-credentials',
      'origins access-control-allow-origin',
      'expose_headers access-control-expose-headers',
      'X-Mine x-mine',
    ]);
  });

  it('are settings of django-cors-headers', () => {
    expect(
      pieces("CORS_ALLOWED_ORIGINS = []\nCORS_ALLOW_HEADERS = [\n    'x-mine',\n]", 'server', highlightPythonLines),
    ).toEqual([
      'CORS_ALLOWED_ORIGINS access-control-allow-origin',
      'CORS_ALLOW_HEADERS access-control-allow-headers',
      'x-mine x-mine',
    ]);
  });

  it("are those of fetch(), in the page's code alone", () => {
    const code = "fetch('/', { method: 'PUT', credentials: 'include' });\nfetch('/', { credentials: 'omit' });";
    expect(pieces(code, 'frontend')).toEqual(['method access-control-request-method', 'credentials cookie']);
    expect(pieces(code, 'server')).toEqual([]);
  });
});

it('methods that write a header stand for it, and properties of their names do not', () => {
  expect(pieces("res.vary('Origin').cookie('a', '1'); log(document.cookie, req.headers.get('Accept'))")).toEqual([
    'vary vary',
    header('Origin'),
    'cookie set-cookie',
    header('Accept'),
  ]);
});

it('names of headers are found in Python', () => {
  const code = "response.headers['X-Mine'] = request.headers.get('Origin')  # the X-Total";
  expect(pieces(code, 'server', highlightPythonLines)).toEqual(['X-Mine', 'Origin', 'X-Total'].map(header));
});

it('names of headers are found in nginx, where they are set and where they are read', () => {
  const code = `add_header X-Mine $http_origin always;
add_header "Vary" Origin;
location / { proxy_set_header Host $host; }`;
  expect(pieces(code, 'server', highlightNginxLines)).toEqual([
    header('X-Mine'),
    '$http_origin origin',
    header('Vary'),
    header('Origin'),
    header('Host'),
  ]);
});

it('names of headers are found in a curl command', () => {
  const code = `curl -H 'Origin: https://a.example' --header "X-Mine: accept" -b 'a=1' https://b.example/location`;
  expect(pieces(code, 'frontend', highlightShellLines)).toEqual([header('Origin'), header('X-Mine'), '-b cookie']);
});
