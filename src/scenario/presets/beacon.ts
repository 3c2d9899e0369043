import type { Preset } from './preset';

const frontend = `// What a page says when it is left. Nobody reads the answer, so text needs nobody's leave.
const text = navigator.sendBeacon('https://stats.example.net/visits', 'left after 40 s');
console.log('text is on its way:', text);

// JSON is a type that no form can send: the browser asks with a preflight first.
const json = new Blob([JSON.stringify({ seconds: 40 })], { type: 'application/json' });
console.log('JSON is on its way:', navigator.sendBeacon('https://stats.example.net/visits', json));
`;

const code = `const express = require('express');
const app = express();
app.use(express.text(), express.json());

const visits = [];

app.post('/visits', (req, res) => {
  visits.push(req.body);
  res.sendStatus(204);
});

// Nothing answers OPTIONS: JSON never arrives, and the page is not told.
app.listen(3000);
`;

export const beacon: Preset = {
  id: 'beacon',
  title: 'A beacon: text arrives, JSON does not',
  group: 'Other doors',
  scenario: {
    version: 1,
    title: 'A beacon: text arrives, JSON does not',
    page: 'https://app.example.com/',
    frontend,
    servers: [{ origin: 'https://stats.example.net', kind: 'express', code }],
  },
};
