import { fileURLToPath } from 'node:url';
import type { InlineConfig } from 'vite';

const own = (file: string): string => fileURLToPath(new URL(`./node/${file}`, import.meta.url));
const builtIn = (name: string): RegExp => new RegExp(`^(node:)?${name}$`);

/** Where Express's packages find what Node would give them. */
export const expressRuntime: InlineConfig = {
  define: { global: 'globalThis' },
  resolve: {
    alias: [
      ...['async_hooks', 'crypto', 'fs', 'http', 'net', 'querystring', 'url', 'util'].map((name) => ({
        find: builtIn(name),
        replacement: own(`${name}.ts`),
      })),
      // A server speaks for no browser: what its fetch() and Headers refuse, they refuse in Node's words.
      { find: '@/engine/profiles/request-errors', replacement: own('request-errors.ts') },
      { find: builtIn('https'), replacement: own('http.ts') },
      ...['diagnostics_channel', 'tty', 'zlib'].map((name) => ({
        find: builtIn(name),
        replacement: own('nothing.ts'),
      })),
      // `send` inherits from Stream and brings a `pipe` of its own.
      { find: builtIn('stream'), replacement: 'events/' },
      { find: builtIn('events'), replacement: 'events/' },
      { find: builtIn('buffer'), replacement: 'buffer/' },
      { find: builtIn('path'), replacement: 'path-browserify' },
      { find: /^mime-db$/, replacement: own('mime-db.json') },
      { find: /^side-channel$/, replacement: own('side-channel.ts') },
      { find: /^iconv-lite$/, replacement: own('iconv-lite.ts') },
    ],
  },
};
