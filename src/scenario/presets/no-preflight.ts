import type { Preset } from './preset';

const frontend = `const response = await fetch('https://api.example.com/users', {
  method: 'POST',
  headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
  body: 'name=Alan',
});
console.log(response.status, await response.json());
`;

export const noPreflight: Preset = {
  id: 'no-preflight',
  title: 'A request that needs no preflight',
  group: 'Allowed',
  scenario: {
    version: 1,
    title: 'A request that needs no preflight',
    page: 'https://app.example.com/',
    frontend,
    servers: [
      {
        origin: 'https://api.example.com',
        kind: 'headers',
        routes: [
          {
            method: 'POST',
            path: '/users',
            status: 201,
            headers: [
              ['Content-Type', 'application/json'],
              ['Access-Control-Allow-Origin', 'https://app.example.com'],
            ],
            body: '{"id":3,"name":"Alan"}',
          },
        ],
      },
    ],
  },
};
