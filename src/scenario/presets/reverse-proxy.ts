import type { Preset } from './preset';

const frontend = `// The page's own server passes /api on: for the browser there is one origin.
const response = await fetch('/api/users');
console.log(await response.json());
`;

const code = `const express = require('express');
const app = express();

// Not a word about CORS, and none is needed.
app.get('/users', (req, res) => {
  res.json([
    { id: 1, name: 'Ada' },
    { id: 2, name: 'Grace' },
  ]);
});

app.listen(3000);
`;

export const reverseProxy: Preset = {
  id: 'reverse-proxy',
  title: 'A proxy on the page’s own origin',
  group: 'Servers',
  scenario: {
    version: 1,
    title: 'A proxy on the page’s own origin',
    page: 'http://localhost:5173/',
    frontend,
    servers: [
      { origin: 'http://localhost:5173', kind: 'proxy', prefix: '/api', target: 'https://api.example.com' },
      { origin: 'https://api.example.com', kind: 'express', code },
    ],
  },
};
