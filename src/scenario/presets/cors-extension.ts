import type { Preset } from './preset';

const login = `await fetch('/login', { method: 'POST' });
`;

const frontend = `// The extension was meant for the developer's own site. It is on for this one too.
const response = await fetch('https://bank.example/account', { credentials: 'include' });
console.log('evil.example reads:', await response.json());
`;

const code = `const express = require('express');
const cookieParser = require('cookie-parser');
const app = express();
app.use(cookieParser());

app.post('/login', (req, res) => {
  res.cookie('session', 'ada', { httpOnly: true, secure: true, sameSite: 'none' });
  res.send('Welcome, Ada');
});

// The bank allows no other origin.
app.get('/account', (req, res) => {
  if (!req.cookies.session) return res.status(401).json({ error: 'Log in first' });
  res.json({ owner: 'Ada', balance: 1000 });
});

app.listen(3000);
`;

export const corsExtension: Preset = {
  id: 'cors-extension',
  title: 'An extension that disables CORS',
  group: 'Clients',
  scenario: {
    version: 1,
    title: 'An extension that disables CORS',
    page: 'https://evil.example/',
    extension: true,
    frontend,
    earlier: [{ page: 'https://bank.example/', frontend: login }],
    servers: [{ origin: 'https://bank.example', kind: 'express', code }],
  },
};
