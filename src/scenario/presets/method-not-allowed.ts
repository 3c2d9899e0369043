import type { Preset } from './preset';

const frontend = `const response = await fetch('https://api.example.com/users/2', { method: 'DELETE' });
console.log('Deleted:', response.status);
`;

export const methodNotAllowed: Preset = {
  id: 'method-not-allowed',
  title: 'A method that is not allowed',
  group: 'Blocked',
  scenario: {
    version: 1,
    title: 'A method that is not allowed',
    page: 'https://app.example.com/',
    frontend,
    servers: [
      {
        origin: 'https://api.example.com',
        kind: 'headers',
        routes: [
          {
            method: 'OPTIONS',
            path: '/users/*',
            status: 204,
            headers: [
              ['Access-Control-Allow-Origin', 'https://app.example.com'],
              ['Access-Control-Allow-Methods', 'GET, POST, PUT'],
            ],
          },
          {
            method: 'DELETE',
            path: '/users/*',
            status: 204,
            headers: [['Access-Control-Allow-Origin', 'https://app.example.com']],
          },
        ],
      },
    ],
  },
};
