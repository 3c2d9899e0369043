import type { Preset } from './preset';

const login = `const response = await fetch('/login', { method: 'POST' });
console.log('bank.example:', await response.text());
`;

const frontend = `// The browser still has the bank's cookie, and sends it along.
await fetch('https://bank.example/transfer', {
  method: 'POST',
  credentials: 'include',
  body: new URLSearchParams({ to: 'mallory', amount: '500' }),
});
`;

const code = `const express = require('express');
const cookieParser = require('cookie-parser');
const app = express();
app.use(cookieParser(), express.urlencoded());

const accounts = { ada: 1000, mallory: 0 };

app.post('/login', (req, res) => {
  res.cookie('session', 'ada', { httpOnly: true, secure: true, sameSite: 'none' });
  res.send('Welcome, Ada');
});

app.post('/transfer', (req, res) => {
  if (!req.cookies.session) return res.status(401).send('Log in first');
  const { to, amount } = req.body;
  accounts[req.cookies.session] -= Number(amount);
  accounts[to] += Number(amount);
  console.log(\`\${amount} to \${to}\`);
  res.json(accounts);
});

app.listen(3000);
`;

export const bankAndEvil: Preset = {
  id: 'bank-and-evil',
  title: 'A bank, and evil.example',
  group: 'Servers',
  scenario: {
    version: 1,
    title: 'A bank, and evil.example',
    page: 'https://evil.example/',
    frontend,
    earlier: [{ page: 'https://bank.example/', frontend: login }],
    servers: [{ origin: 'https://bank.example', kind: 'express', code }],
  },
};
