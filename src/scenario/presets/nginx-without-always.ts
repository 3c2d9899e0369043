import type { Preset } from './preset';

const frontend = `const found = await fetch('https://api.example.com/users/1');
console.log(found.status, await found.json());

// The page is told nothing of this 404.
const missing = await fetch('https://api.example.com/users/7');
console.log(missing.status, await missing.json());
`;

const config = `server {
    listen 80;

    location / {
        proxy_pass http://app:3000;

        # Without "always": on answers of success and redirection alone.
        add_header Access-Control-Allow-Origin https://app.example.com;
        add_header Vary Origin;
    }
}
`;

const code = `const express = require('express');
const app = express();

app.get('/users/:id', (req, res) => {
  if (req.params.id !== '1') return res.status(404).json({ error: 'No such user' });
  res.json({ id: 1, name: 'Ada' });
});

app.listen(3000);
`;

export const nginxWithoutAlways: Preset = {
  id: 'nginx-without-always',
  title: 'nginx hides the errors',
  group: 'Servers',
  scenario: {
    version: 1,
    title: 'nginx hides the errors',
    page: 'https://app.example.com/',
    frontend,
    servers: [
      { origin: 'https://api.example.com', kind: 'nginx', config },
      { origin: 'http://app:3000', kind: 'express', code },
    ],
  },
};
