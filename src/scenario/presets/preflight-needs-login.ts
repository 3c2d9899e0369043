import type { Preset } from './preset';

const frontend = `const response = await fetch('https://api.example.com/users', {
  headers: { Authorization: 'Bearer 4f3c2a' },
});
console.log(await response.json());
`;

const code = `const express = require('express');
const app = express();

app.use((req, res, next) => {
  res.header('Access-Control-Allow-Origin', 'https://app.example.com');
  res.header('Access-Control-Allow-Methods', 'GET, POST, PUT, DELETE');
  res.header('Access-Control-Allow-Headers', 'Content-Type, Authorization');
  next();
});

// A preflight never carries Authorization, so it gets 401.
app.use((req, res, next) => {
  if (!req.get('Authorization')) return res.status(401).json({ error: 'Please log in' });
  next();
});

app.get('/users', (req, res) => {
  res.json([
    { id: 1, name: 'Ada' },
    { id: 2, name: 'Grace' },
  ]);
});

app.listen(3000);
`;

export const preflightNeedsLogin: Preset = {
  id: 'preflight-needs-login',
  title: 'A login check that stops the preflight',
  group: 'Blocked',
  scenario: {
    version: 1,
    title: 'A login check that stops the preflight',
    page: 'https://app.example.com/',
    frontend,
    servers: [{ origin: 'https://api.example.com', kind: 'express', code }],
  },
};
