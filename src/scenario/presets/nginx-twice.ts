import type { Preset } from './preset';

const frontend = `const response = await fetch('https://api.example.com/users');
console.log(await response.json());
`;

const config = `server {
    listen 80;

    # The app says so too.
    add_header Access-Control-Allow-Origin * always;

    location / {
        proxy_pass http://app:3000;
        # proxy_hide_header Access-Control-Allow-Origin;
    }
}
`;

const code = `const express = require('express');
const cors = require('cors');
const app = express();

app.use(cors());

app.get('/users', (req, res) => {
  res.json([
    { id: 1, name: 'Ada' },
    { id: 2, name: 'Grace' },
  ]);
});

app.listen(3000);
`;

export const nginxTwice: Preset = {
  id: 'nginx-twice',
  title: 'nginx and the app both allow it',
  group: 'Servers',
  scenario: {
    version: 1,
    title: 'nginx and the app both allow it',
    page: 'https://app.example.com/',
    frontend,
    servers: [
      { origin: 'https://api.example.com', kind: 'nginx', config },
      { origin: 'http://app:3000', kind: 'express', code },
    ],
  },
};
