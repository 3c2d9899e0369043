import type { Preset } from './preset';

const frontend = `const response = await fetch('https://api.example.com/users', {
  headers: { 'X-Request-ID': '7d1f' },
});
console.log(await response.json());
`;

const code = `const express = require('express');
const cors = require('cors');
const app = express();

app.use(
  cors({
    origin: 'https://app.example.com',
    allowedHeaders: ['Content-Type', 'Authorization'],
  }),
);

app.get('/users', (req, res) => {
  res.json([
    { id: 1, name: 'Ada' },
    { id: 2, name: 'Grace' },
  ]);
});

app.listen(3000);
`;

export const headerNotAllowed: Preset = {
  id: 'header-not-allowed',
  title: 'A header that is not allowed',
  group: 'Blocked',
  scenario: {
    version: 1,
    title: 'A header that is not allowed',
    page: 'https://app.example.com/',
    frontend,
    servers: [{ origin: 'https://api.example.com', kind: 'express', code }],
  },
};
