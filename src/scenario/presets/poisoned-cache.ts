import type { Preset } from './preset';

const code = `const express = require('express');
const app = express();
const allowed = ['https://app.example.com', 'https://partner.example'];

app.use((req, res, next) => {
  const { origin } = req.headers;
  if (allowed.includes(origin)) {
    res.set('Access-Control-Allow-Origin', origin);
    // res.vary('Origin');
  }
  next();
});

app.get('/prices', (req, res) => {
  res.set('Cache-Control', 'public, max-age=300');
  res.json({ tea: 3, coffee: 4 });
});

app.listen(3000);
`;

const frontend = `const response = await fetch('https://cdn.example.net/prices');
console.log(await response.json());
`;

export const poisonedCache: Preset = {
  id: 'poisoned-cache',
  title: 'A shared cache without Vary: Origin',
  group: 'Servers',
  scenario: {
    version: 1,
    title: 'A shared cache without Vary: Origin',
    page: 'https://app.example.com/',
    frontend,
    earlier: [{ page: 'https://partner.example/', otherUser: true, frontend }],
    servers: [{ origin: 'https://cdn.example.net', kind: 'express', cdn: true, code }],
  },
};
