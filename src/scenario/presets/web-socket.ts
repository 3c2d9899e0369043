import type { Preset } from './preset';

const login = "await fetch('/login', { method: 'POST' });\n";

const frontend = `// No CORS guards a WebSocket. The browser sends Origin and cookies; the server decides.
function open(path) {
  return new Promise((done) => {
    const socket = new WebSocket('wss://chat.example' + path);
    socket.onopen = () => {
      console.log(path, 'is open to evil.example');
      socket.close();
    };
    socket.onclose = done;
  });
}

await open('/careless');
await open('/careful');
`;

const code = `const express = require('express');
const { createHash } = require('node:crypto');
const app = express();

app.post('/login', (req, res) => {
  res.cookie('session', 'ada', { secure: true, sameSite: 'none' }).end();
});

app.get('/careful', (req, res, next) => {
  if (req.headers.origin !== 'https://chat.example') return res.sendStatus(403);
  next();
});

app.use((req, res) => {
  console.log(req.headers.origin, 'listens with', req.headers.cookie);
  const key = req.headers['sec-websocket-key'] + '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';
  const accepted = createHash('sha1').update(key).digest('base64');
  res.writeHead(101, { Upgrade: 'websocket', Connection: 'Upgrade', 'Sec-WebSocket-Accept': accepted }).end();
});

app.listen(3000);
`;

export const webSocket: Preset = {
  id: 'web-socket',
  title: 'A WebSocket that any page may open',
  group: 'Other doors',
  scenario: {
    version: 1,
    title: 'A WebSocket that any page may open',
    page: 'https://evil.example/',
    frontend,
    earlier: [{ page: 'https://chat.example/', frontend: login }],
    servers: [{ origin: 'https://chat.example', kind: 'express', code }],
  },
};
