import type { Preset } from './preset';

const frontend = `curl -i https://api.example.com/users \\
  -H 'Origin: https://app.example.com'
`;

const code = `const express = require('express');
const app = express();

// Nothing here allows an origin: a page may not read this, and curl may.
app.get('/users', (req, res) => {
  res.json([
    { id: 1, name: 'Ada' },
    { id: 2, name: 'Grace' },
  ]);
});

app.listen(3000);
`;

export const curl: Preset = {
  id: 'curl',
  title: 'The same request with curl',
  group: 'Clients',
  scenario: {
    version: 1,
    title: 'The same request with curl',
    page: 'https://app.example.com/',
    client: 'curl',
    frontend,
    servers: [{ origin: 'https://api.example.com', kind: 'express', code }],
  },
};
