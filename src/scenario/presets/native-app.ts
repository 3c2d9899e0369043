import type { Preset } from './preset';

const frontend = `// A native app has no origin that it must tell, and nobody who keeps answers from it.
const response = await fetch('https://api.example.com/users', {
  headers: { Authorization: 'Bearer secret', Origin: 'https://app.example.com' },
});
console.log(response.headers.get('X-Internal'), await response.json());
`;

const code = `const express = require('express');
const app = express();

app.get('/users', (req, res) => {
  res.set('X-Internal', 'readable');
  res.json([
    { id: 1, name: 'Ada' },
    { id: 2, name: 'Grace' },
  ]);
});

app.listen(3000);
`;

export const nativeApp: Preset = {
  id: 'native-app',
  title: 'A native app',
  group: 'Clients',
  scenario: {
    version: 1,
    title: 'A native app',
    page: 'https://app.example.com/',
    client: 'native-app',
    frontend,
    servers: [{ origin: 'https://api.example.com', kind: 'express', code }],
  },
};
