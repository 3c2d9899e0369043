import type { Preset } from './preset';

const frontend = `const response = await fetch('https://api.example.com/users/1', {
  method: 'PATCH',
  credentials: 'include',
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify({ name: 'Ada Lovelace' }),
});
console.log(response.headers.get('X-Request-Id'), await response.json());
`;

const code = `const express = require('express');
const cors = require('cors');
const app = express();

app.use(cors({
  origin: ['https://app.example.com', /\\.preview\\.example\\.com$/],
  credentials: true,
  exposedHeaders: ['X-Request-Id'],
  maxAge: 600,
}));
app.use(express.json());

app.patch('/users/:id', (req, res) => {
  res.set('X-Request-Id', 'r-42');
  res.json({ id: Number(req.params.id), ...req.body });
});

app.listen(3000);
`;

export const expressCors: Preset = {
  id: 'express-cors',
  title: 'Express with the cors package',
  group: 'Servers',
  scenario: {
    version: 1,
    title: 'Express with the cors package',
    page: 'https://app.example.com/',
    frontend,
    servers: [{ origin: 'https://api.example.com', kind: 'express', code }],
  },
};
