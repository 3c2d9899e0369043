import type { Preset } from './preset';

const frontend = `const order = await fetch('https://orders.example.com/orders/7');
console.log('orders:', await order.json());

// The same data, asked for by the page itself.
const user = await fetch('https://users.example.com/users/1');
console.log('users:', await user.json());
`;

const orders = `const express = require('express');
const cors = require('cors');
const app = express();
app.use(cors());

app.get('/orders/:id', async (req, res) => {
  // From server to server: nobody asks about origins.
  const answer = await fetch('https://users.example.com/users/1');
  res.json({ id: Number(req.params.id), customer: await answer.json() });
});

app.listen(3000);
`;

const users = `const express = require('express');
const app = express();

app.get('/users/:id', (req, res) => {
  res.json({ id: Number(req.params.id), name: 'Ada' });
});

app.listen(3001);
`;

export const microservices: Preset = {
  id: 'microservices',
  title: 'One service calls another',
  group: 'Servers',
  scenario: {
    version: 1,
    title: 'One service calls another',
    page: 'https://app.example.com/',
    frontend,
    servers: [
      { origin: 'https://orders.example.com', kind: 'express', code: orders },
      { origin: 'https://users.example.com', kind: 'express', code: users },
    ],
  },
};
