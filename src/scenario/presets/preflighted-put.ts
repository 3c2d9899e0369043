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

app.use((req, res, next) => {
  res.header('Access-Control-Allow-Origin', 'https://app.example.com');
  res.header('Access-Control-Allow-Methods', 'GET, POST, PUT, DELETE');
  res.header('Access-Control-Allow-Headers', 'Content-Type, Authorization');
  next();
});

app.put('/users/:id', (req, res) => {
  res.json({ id: Number(req.params.id), name: req.body.name });
});

app.listen(3000);
`;

export const preflightedPut: Preset = {
  id: 'preflighted-put',
  title: 'A preflighted PUT',
  group: 'Allowed',
  scenario: {
    version: 1,
    title: 'A preflighted PUT',
    page: 'https://app.example.com/',
    frontend,
    servers: [{ origin: 'https://api.example.com', kind: 'express', code }],
  },
};
