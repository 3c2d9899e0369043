import type { Preset } from './preset';

const frontend = `const response = await fetch('https://api.example.com/users');
console.log(await response.json());
`;

const code = `const express = require('express');
const cors = require('cors');
const app = express();

app.use(cors({
  origin: [
    'https://app.example.com', // the website
    'capacitor://localhost',   // the app on iOS
    // and on Android, where the same app's pages are at https://localhost?
  ],
}));

app.get('/users', (req, res) => {
  res.json([
    { id: 1, name: 'Ada' },
    { id: 2, name: 'Grace' },
  ]);
});

app.listen(3000);
`;

export const webview: Preset = {
  id: 'webview',
  title: 'An app’s webview',
  group: 'Clients',
  scenario: {
    version: 1,
    title: 'An app’s webview',
    page: 'https://localhost/',
    client: 'webview',
    frontend,
    servers: [{ origin: 'https://api.example.com', kind: 'express', code }],
  },
};
