import type { Preset } from './preset';

const frontend = `const response = await fetch('https://api.example.com/users/1', {
  method: 'PUT',
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify({ name: 'Ada Lovelace' }),
});
console.log(response.status, await response.json());
`;

const code = `const express = require('express');
const app = express();
app.use(express.json());

// The headers are set for PUT only. The preflight is an OPTIONS request.
app.put('/users/:id', (req, res) => {
  res.set('Access-Control-Allow-Origin', 'https://app.example.com');
  res.set('Access-Control-Allow-Methods', 'PUT');
  res.set('Access-Control-Allow-Headers', 'Content-Type');
  res.json({ id: Number(req.params.id), name: req.body.name });
});

app.listen(3000);
`;

export const preflightUnhandled: Preset = {
  id: 'preflight-unhandled',
  title: 'A preflight that the server does not handle',
  group: 'Blocked',
  scenario: {
    version: 1,
    title: 'A preflight that the server does not handle',
    page: 'https://app.example.com/',
    frontend,
    servers: [{ origin: 'https://api.example.com', kind: 'express', code }],
  },
};
