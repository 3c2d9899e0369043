import { it } from 'vitest';
import { createNodeEnvironment } from '@/cli/environment';
import { simulate } from '@/simulation';
import { presets } from '@/scenario/presets';
import { isHeldBack, repairRequest } from '@/repair';
it('x', async () => {
  const env = createNodeEnvironment();
  let out = '';
  for (const { scenario: s } of presets) {
    const res = await simulate(s, env);
    for (const q of res.requests) if (isHeldBack(q)) {
      let n = 0; const t = Date.now();
      const r = await repairRequest(s, res, q, (c) => { n++; return simulate(c, env); });
      out += `\n## ${s.title} (${q.reason}), ${n} runs ${Date.now() - t} ms; note: ${r?.note?.map((p) => typeof p === 'string' ? p : p.code).join('')}\n`;
      for (const f of r?.fixes ?? []) out += `* ${f.title} [${f.place}, ${f.opening}: ${f.opens}] line ${f.diffs.map((d) => d.line)}\n${f.diffs.flatMap((d) => d.lines.map((l) => `    ${l.sign} ${l.pieces.map((p) => p.changed ? `«${p.text}»` : p.text).join('')}`)).join('\n')}\n`;
    }
  }
  console.log(out);
  await env.close();
});
