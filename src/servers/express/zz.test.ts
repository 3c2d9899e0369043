import { it } from 'vitest';
import { openForTest, bodyOf } from './testing/open-for-test';
it('x', async () => {
  for (const code of [
    `app.use((req, res, next) => {
  res.header('Access-Control-Allow-Origin', 'https://app.example.com');
  res.header('Access-Control-Allow-Methods', 'GET, POST, PUT, DELETE');
  next();
});`,
    `import express from 'express';
import cors from 'cors';
const app = express();
app.use(cors({ origin: 'https://x.example' }));
app.get('/users', (req, res) => { console.log('hi', req.method, req.headers); res.json([1]) });
app.get('/error', async () => { await null;
 throw new Error('boo') });
export default app;`,
    `const express = require('express')
const app = express()
app.get('/users', (req,res)=>{ setTimeout(()=>res.send('later '+Date.now()), 1000) })
app.listen(3000, () => console.log('listening'))`,
    `app.get(`,
    `nope()`,
    `import x from 'y`,
    `require('helmet')`,
  ]) {
    const s = await openForTest(code);
    for (const path of ['/users', '/error', '/nix']) {
      const r = await s.ask({ path });
      console.log(path, JSON.stringify(r.ok ? { ...r, response: { ...r.response, body: bodyOf(r) } } : r));
    }
    console.log(JSON.stringify(s.log), JSON.stringify(s.errors));
  }
}, 60000);
