/** What the packages for CORS call the headers that they send. */

export const EXPRESS_OPTIONS: Readonly<Record<string, string>> = {
  'access-control-allow-origin': 'origin',
  'access-control-allow-methods': 'methods',
  'access-control-allow-headers': 'allowedHeaders',
  'access-control-expose-headers': 'exposedHeaders',
  'access-control-allow-credentials': 'credentials',
  'access-control-max-age': 'maxAge',
};

export const FLASK_OPTIONS: Readonly<Record<string, string>> = {
  'access-control-allow-origin': 'origins',
  'access-control-allow-methods': 'methods',
  'access-control-allow-headers': 'allow_headers',
  'access-control-expose-headers': 'expose_headers',
  'access-control-allow-credentials': 'supports_credentials',
  'access-control-max-age': 'max_age',
};
