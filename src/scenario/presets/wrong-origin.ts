import type { Preset } from './preset';

const frontend = `fetch('https://api.example.com/users')
  .then((response) => response.json())
  .then((data) => console.log(data))
  .catch((error) => console.error('CORS error:', error));
`;

export const wrongOrigin: Preset = {
  id: 'wrong-origin',
  title: 'A wrong origin',
  group: 'Blocked',
  scenario: {
    version: 1,
    title: 'A wrong origin',
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
              ['Access-Control-Allow-Origin', 'http://localhost:3000'],
            ],
            body: '[{"id":1,"name":"Ada"},{"id":2,"name":"Grace"}]',
          },
        ],
      },
    ],
  },
};
