import { createHash } from 'node:crypto';
import path from 'node:path';
import { build, type Plugin } from 'vite';

const ENTRY = 'src/sandbox/page/frame.ts';
/** In the scope of the page; `src/sandbox/page/sandbox-frame.ts` asks for them by these names. */
const PAGE = 'sandbox.html';
const SCRIPT = 'sandbox-frame.js';

/**
 * Makes `sandbox.html`, the document that the sandboxed frame loads: one inline script, and a policy that allows that script
 * by its hash, WebAssembly (for Python), workers and their scripts from blobs, and nothing else. The hash goes into the
 * page's own policy too, for hosts that send one policy with every file. `sandbox-frame.js` is the same script for the case
 * that such a policy lacks the hash.
 */
export function sandboxFrame(): Plugin {
  let root = process.cwd();
  let made: Promise<{ script: string; hash: string; html: string }> | undefined;
  const frame = () => (made ??= bundle(path.join(root, ENTRY), root).then(toDocument));

  return {
    name: 'sandbox-frame',
    configResolved(config) {
      root = config.root;
    },
    async generateBundle() {
      if (this.environment.config.build.ssr || this.environment.config.build.lib) return;
      const { script, html } = await frame();
      this.emitFile({ type: 'asset', fileName: PAGE, source: html });
      this.emitFile({ type: 'asset', fileName: SCRIPT, source: script });
    },
    transformIndexHtml: {
      order: 'post',
      async handler(html) {
        const { hash } = await frame();
        return html.replace("script-src 'self'", `script-src 'self' '${hash}'`);
      },
    },
    configureServer(server) {
      server.middlewares.use((request, answer, next) => {
        const name = (request.url ?? '').split('?')[0]?.split('/').at(-1);
        if (name !== PAGE && name !== SCRIPT) return next();
        made = undefined;
        frame().then(({ script, html }) => {
          answer.setHeader('Content-Type', name === PAGE ? 'text/html' : 'text/javascript');
          answer.end(name === PAGE ? html : script);
        }, next);
      });
    },
  };
}

async function bundle(entry: string, root: string): Promise<string> {
  const output = await build({
    configFile: false,
    root,
    logLevel: 'warn',
    publicDir: false,
    build: { write: false, target: 'es2022', minify: true, lib: { entry, formats: ['iife'], name: 'frame' } },
  });
  const first = Array.isArray(output) ? output[0] : output;
  if (!first || !('output' in first)) throw new Error(`No bundle for ${entry}`);
  return first.output[0].code.trim();
}

function toDocument(script: string): { script: string; hash: string; html: string } {
  if (/<\/script|<!--/i.test(script)) throw new Error(`${ENTRY} holds text that ends a script element`);
  const hash = `sha256-${createHash('sha256').update(script).digest('base64')}`;
  const policy = `default-src 'none'; script-src '${hash}' blob: 'wasm-unsafe-eval'; worker-src blob:`;
  const html = [
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Sandbox</title>',
    `<meta http-equiv="Content-Security-Policy" content="${policy}"></head><body><script>${script}</script></body></html>\n`,
  ].join('\n');
  return { script, hash, html };
}
