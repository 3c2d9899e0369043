import type { ExpressServer } from '@/scenario/document';
import { quoted, saidBy, saysNothing } from './code';
import type { Policy } from './policy';

/** Headers by hand: so everything can be said that was answered. */
export function expressStarter(origin: string, pageOrigin: string, policy: Policy | null): ExpressServer {
  const said = saidBy(policy, pageOrigin);
  const setters = (rows: readonly [string, string][], indent: string): string =>
    rows.map(([name, value]) => `${indent}res.append(${quoted(name)}, ${quoted(value)});\n`).join('');
  const hint = saysNothing(said) ? `  // res.append('Access-Control-Allow-Origin', ${quoted(pageOrigin)});\n` : '';
  return {
    origin,
    kind: 'express',
    code: `app.use((req, res, next) => {
${hint}${setters(said.always, '  ')}  if (req.method === 'OPTIONS') {
${setters(said.preflight, '    ')}    return res.sendStatus(${said.status});
  }
${setters(said.actual, '  ')}  next();
});
`,
  };
}
