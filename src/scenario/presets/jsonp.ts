import type { Preset } from './preset';

const frontend = `// fetch() may not read this answer: the server names no origin.
// A <script> may run it, whatever the server says: that is all JSONP is.
function show(users) {
  for (const user of users) console.log(user.name);
}

const script = document.createElement('script');
script.src = 'https://api.example.com/users?callback=show';
script.onload = () => console.log('The script has run.');
script.onerror = () => console.log('The script could not be loaded.');
document.head.append(script);
`;

const code = `const express = require('express');
const app = express();

const users = [
  { id: 1, name: 'Ada' },
  { id: 2, name: 'Grace' },
];

// The answer is code: it calls the function that the page names.
// Whoever can change this code can do anything on the page.
app.get('/users', (req, res) => {
  res.jsonp(users);
});

app.listen(3000);
`;

export const jsonp: Preset = {
  id: 'jsonp',
  title: 'JSONP: a script in place of fetch',
  group: 'Other doors',
  scenario: {
    version: 1,
    title: 'JSONP: a script in place of fetch',
    page: 'https://app.example.com/',
    frontend,
    servers: [{ origin: 'https://api.example.com', kind: 'express', code }],
  },
};
