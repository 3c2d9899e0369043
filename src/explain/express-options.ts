/** What the cors package for Express calls the headers that it sends. */
export const EXPRESS_OPTIONS: Readonly<Record<string, string>> = {
  'access-control-allow-origin': 'origin',
  'access-control-allow-methods': 'methods',
  'access-control-allow-headers': 'allowedHeaders',
  'access-control-expose-headers': 'exposedHeaders',
  'access-control-allow-credentials': 'credentials',
  'access-control-max-age': 'maxAge',
};
