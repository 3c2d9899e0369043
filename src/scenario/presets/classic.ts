import type { Preset } from './preset';

const frontend = `fetch('https://api.example.com/users')
  .then((response) => response.json())
  .then((data) => console.log(data))
  .catch((error) => console.error('CORS error:', error));
`;

const code = `const express = require('express');
const app = express();

app.use((req, res, next) => {
  res.header('Access-Control-Allow-Origin', 'https://app.example.com');
  res.header('Access-Control-Allow-Methods', 'GET, POST, PUT, DELETE');
  res.header('Access-Control-Allow-Headers', 'Content-Type, Authorization');
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

export const classic: Preset = {
  id: 'classic',
  title: 'The classic case',
  group: 'Start here',
  scenario: {
    version: 1,
    title: 'The classic case',
    page: 'https://app.example.com/',
    frontend,
    servers: [{ origin: 'https://api.example.com', kind: 'express', code }],
  },
};
