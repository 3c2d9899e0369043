import type { Preset } from './preset';

const frontend = `const response = await fetch('https://api.example.com/users', { credentials: 'include' });
console.log(await response.json());
`;

export const wildcardWithCredentials: Preset = {
  id: 'wildcard-with-credentials',
  title: '* with credentials',
  group: 'Blocked',
  scenario: {
    version: 1,
    title: '* with credentials',
    page: 'https://app.example.com/',
    frontend,
    servers: [
      {
        origin: 'https://api.example.com',
        kind: 'headers',
        routes: [
          {
            method: 'GET',
            path: '/users',
            status: 200,
            headers: [
              ['Content-Type', 'application/json'],
              ['Access-Control-Allow-Origin', '*'],
              ['Access-Control-Allow-Credentials', 'true'],
            ],
            body: '[{"id":1,"name":"Ada"},{"id":2,"name":"Grace"}]',
          },
        ],
      },
    ],
  },
};
