import type { Preset } from './preset';

const login = `const response = await fetch('/login', { method: 'POST' });
console.log('bank.example:', await response.text());
`;

const frontend = `// No fetch, no CORS, no preflight: a form goes anywhere.
const form = document.createElement('form');
form.method = 'post';
form.action = 'https://bank.example/transfer';

for (const [name, value] of Object.entries({ to: 'mallory', amount: '500' })) {
  const input = document.createElement('input');
  input.name = name;
  input.value = value;
  form.append(input);
}

document.body.append(form);
form.submit();
`;

const code = `const express = require('express');
const cookieParser = require('cookie-parser');
const app = express();
app.use(cookieParser(), express.urlencoded());

const accounts = { ada: 1000, mallory: 0 };

app.post('/login', (req, res) => {
  // SameSite: 'lax' would keep the cookie out of other sites' forms.
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

export const formPost: Preset = {
  id: 'form-post',
  title: 'A form that moves money',
  group: 'Other doors',
  scenario: {
    version: 1,
    title: 'A form that moves money',
    page: 'https://evil.example/',
    frontend,
    earlier: [{ page: 'https://bank.example/', frontend: login }],
    servers: [{ origin: 'https://bank.example', kind: 'express', code }],
  },
};
