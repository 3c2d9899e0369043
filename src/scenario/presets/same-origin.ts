import type { Preset } from './preset';

const frontend = `const response = await fetch('/api/users');
console.log(await response.json());
`;

const code = `const express = require('express');
const app = express();

app.get('/api/users', (req, res) => {
  res.json([
    { id: 1, name: 'Ada' },
    { id: 2, name: 'Grace' },
  ]);
});

app.listen(3000);
`;

export const sameOrigin: Preset = {
  id: 'same-origin',
  title: 'A same-origin request',
  group: 'Allowed',
  scenario: {
    version: 1,
    title: 'A same-origin request',
    page: 'https://app.example.com/',
    frontend,
    servers: [{ origin: 'https://app.example.com', kind: 'express', code }],
  },
};
