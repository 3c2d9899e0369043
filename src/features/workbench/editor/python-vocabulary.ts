/** What Flask-CORS and django-cors-headers understand, in our own words. */

export interface PythonName {
  name: string;
  insert: string;
  about: string;
}

const argument = (name: string, value: string, about: string): PythonName => ({
  name,
  insert: `${name}=${value}`,
  about,
});
const setting = (name: string, value: string, about: string): PythonName => ({
  name,
  insert: `${name} = ${value}`,
  about,
});

export const flaskArguments: readonly PythonName[] = [
  argument(
    'origins',
    "['https://app.example.com']",
    'Who may read the answers: origins or regular expressions. Left out, everybody: *.',
  ),
  argument('methods', "['GET', 'PUT']", 'Methods that a preflight is told it may use. Left out, all the usual ones.'),
  argument('allow_headers', "['Content-Type']", 'Request headers that a preflight may ask for. Left out, any.'),
  argument(
    'expose_headers',
    "['X-Total']",
    'Response headers that the page’s code may read beyond the safelisted ones.',
  ),
  argument(
    'supports_credentials',
    'True',
    'Sends Access-Control-Allow-Credentials: true. With every origin allowed, Flask-CORS answers with the origin that asked.',
  ),
  argument('max_age', '600', 'Seconds for which a browser may remember the answer to a preflight.'),
  argument(
    'resources',
    "{r'/api/*': {'origins': ['https://app.example.com']}}",
    'Paths as regular expressions, each with options of its own. Other paths get no CORS headers.',
  ),
  argument('send_wildcard', 'True', 'Where every origin is allowed, says * instead of naming the origin that asked.'),
  argument('always_send', 'False', 'Whether requests without an Origin header get CORS headers too.'),
  argument('vary_header', 'False', 'Whether Vary: Origin is sent where the answer depends on the origin.'),
  argument('intercept_exceptions', 'False', 'Whether answers made from an exception get CORS headers.'),
  argument('automatic_options', 'True', 'Whether OPTIONS is answered without a handler of your own.'),
  argument('allow_private_network', 'True', 'Whether a request from a public site to a private network is allowed.'),
];

export const djangoSettings: readonly PythonName[] = [
  setting(
    'CORS_ALLOWED_ORIGINS',
    "[\n    'https://app.example.com',\n]",
    'Who may read the answers: scheme, host and port, without a path. Without a scheme Django’s check E013 complains.',
  ),
  setting(
    'CORS_ALLOWED_ORIGIN_REGEXES',
    "[\n    r'^https://\\w+\\.example\\.com$',\n]",
    'Origins as regular expressions. Without ^ and $ more matches than one thinks.',
  ),
  setting('CORS_ALLOW_ALL_ORIGINS', 'True', 'Lets every page on the web read the answers.'),
  setting(
    'CORS_ALLOW_CREDENTIALS',
    'True',
    'Sends Access-Control-Allow-Credentials: true, so that requests with cookies may be read.',
  ),
  setting('CORS_ALLOW_METHODS', "['GET', 'POST']", 'Methods that a preflight is told it may use.'),
  setting(
    'CORS_ALLOW_HEADERS',
    "['content-type']",
    'Request headers that a preflight is told it may use; replaces the package’s own list.',
  ),
  setting(
    'CORS_EXPOSE_HEADERS',
    "['X-Total']",
    'Response headers that the page’s code may read beyond the safelisted ones.',
  ),
  setting(
    'CORS_PREFLIGHT_MAX_AGE',
    '600',
    'Seconds for which a browser may remember the answer to a preflight; 0 sends no header.',
  ),
  setting('CORS_URLS_REGEX', "r'^/api/.*$'", 'Only paths that match get CORS headers.'),
  setting(
    'CORS_ALLOW_PRIVATE_NETWORK',
    'True',
    'Whether a request from a public site to a private network is allowed.',
  ),
  setting(
    'INSTALLED_APPS',
    "[\n    'corsheaders',\n]",
    'The applications of the project. With corsheaders in it, Django checks its settings.',
  ),
  setting(
    'MIDDLEWARE',
    "[\n    'corsheaders.middleware.CorsMiddleware',\n    'django.middleware.common.CommonMiddleware',\n]",
    'What every request goes through, from the top down. An answer that is made above CorsMiddleware has no CORS headers.',
  ),
  setting('ALLOWED_HOSTS', "['api.example.com']", 'Hosts this project answers for; others get 400.'),
  setting(
    'APPEND_SLASH',
    'False',
    'Whether CommonMiddleware redirects /api/users to /api/users/. A preflight may not be redirected.',
  ),
  setting(
    'CSRF_TRUSTED_ORIGINS',
    "['https://app.example.com']",
    'Origins from which forms may be sent where CsrfViewMiddleware is on.',
  ),
  setting('DEBUG', 'False', 'Whether errors are shown with their traceback.'),
];
