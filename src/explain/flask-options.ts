/** What Flask-CORS calls the headers that it sends. */
export const FLASK_OPTIONS: Readonly<Record<string, string>> = {
  'access-control-allow-origin': 'origins',
  'access-control-allow-methods': 'methods',
  'access-control-allow-headers': 'allow_headers',
  'access-control-expose-headers': 'expose_headers',
  'access-control-allow-credentials': 'supports_credentials',
  'access-control-max-age': 'max_age',
};
