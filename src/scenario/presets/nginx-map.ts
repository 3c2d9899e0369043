import type { Preset } from './preset';

const frontend = `const response = await fetch('https://api.example.com/users/1', {
  method: 'PUT',
  credentials: 'include',
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify({ name: 'Ada Lovelace' }),
});
console.log(response.status, await response.json());
`;

const config = `# One origin is named, a family of them is matched, and nobody else is answered.
map $http_origin $cors_origin {
    default "";
    "https://app.example.com" $http_origin;
    "~^https://[a-z0-9-]+\\.preview\\.example\\.com$" $http_origin;
}

map $cors_origin $cors_credentials {
    default "";
    "~." "true";
}

server {
    listen 80;

    # What is empty is not sent.
    add_header Access-Control-Allow-Origin $cors_origin always;
    add_header Access-Control-Allow-Credentials $cors_credentials always;
    add_header Access-Control-Allow-Methods "GET, PUT, DELETE" always;
    add_header Access-Control-Allow-Headers Content-Type always;
    add_header Vary Origin always;

    location / {
        if ($request_method = OPTIONS) {
            return 204;
        }
        proxy_pass http://app:3000;
    }
}
`;

const code = `const express = require('express');
const app = express();

app.put('/users/:id', express.json(), (req, res) => {
  res.json({ id: Number(req.params.id), ...req.body });
});

app.listen(3000);
`;

export const nginxMap: Preset = {
  id: 'nginx-map',
  title: 'nginx with a map of origins',
  group: 'Servers',
  scenario: {
    version: 1,
    title: 'nginx with a map of origins',
    page: 'https://app.example.com/',
    frontend,
    servers: [
      { origin: 'https://api.example.com', kind: 'nginx', config },
      { origin: 'http://app:3000', kind: 'express', code },
    ],
  },
};
