import type { Preset } from './preset';

const frontend = `const response = await fetch('https://api.example.com/api/users/', {
  method: 'POST',
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify({ name: 'Kay' }),
});
console.log(response.status, await response.json());
`;

const code = `DEBUG = True
ALLOWED_HOSTS = ['api.example.com']

INSTALLED_APPS = [
    'corsheaders',
]

MIDDLEWARE = [
    'django.middleware.security.SecurityMiddleware',
    'corsheaders.middleware.CorsMiddleware',
    'django.middleware.common.CommonMiddleware',
]

CORS_ALLOWED_ORIGINS = [
    'https://app.example.com',
]
CORS_ALLOW_CREDENTIALS = True
`;

export const djangoCorsHeaders: Preset = {
  id: 'django-cors-headers',
  title: 'Django with django-cors-headers',
  group: 'Servers',
  scenario: {
    version: 1,
    title: 'Django with django-cors-headers',
    page: 'https://app.example.com/',
    frontend,
    servers: [{ origin: 'https://api.example.com', kind: 'django', code }],
  },
};
