import type { Preset } from './preset';

const frontend = `fetch('https://api.example.com/users')
  .then((response) => response.json())
  .then((data) => console.log(data))
  .catch((error) => console.error('CORS error:', error));
`;

const code = `const express = require('express');
const app = express();

app.get('/users', (req, res) => {
  res.json([
    { id: 1, name: 'Ada' },
    { id: 2, name: 'Grace' },
  ]);
});

app.listen(3000);
`;

export const noCorsHeaders: Preset = {
  id: 'no-cors-headers',
  title: 'No CORS headers',
  group: 'Blocked',
  scenario: {
    version: 1,
    title: 'No CORS headers',
    page: 'https://app.example.com/',
    frontend,
    servers: [{ origin: 'https://api.example.com', kind: 'express', code }],
  },
};
