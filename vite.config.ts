import { fileURLToPath } from 'node:url';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { lessons } from './scripts/vite/lessons.ts';
import { mockServiceWorker } from './scripts/vite/mock-service-worker.ts';
import { pythonParts } from './scripts/vite/python-parts.ts';
import { runtimes, strictRuntime } from './scripts/vite/runtimes.ts';
import { sandboxFrame } from './scripts/vite/sandbox-frame.ts';
import { expressRuntime } from './src/servers/express/runtime-config.ts';

export default defineConfig({
  base: './',
  plugins: [
    lessons(),
    runtimes({
      'src/servers/express/realm-entry.ts': expressRuntime,
      'src/sandbox/node/thread.ts': strictRuntime,
      'src/sandbox/node/python-thread.ts': strictRuntime,
    }),
    pythonParts(),
    sandboxFrame(),
    mockServiceWorker(),
    react(),
    tailwindcss(),
  ],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  worker: { format: 'es' },
  build: {
    target: 'es2022',
    manifest: true,
    rolldownOptions: {
      output: {
        // What the page always loads and its later parts share is one file: each of thirty would be packed by itself.
        codeSplitting: {
          groups: [
            {
              name: 'shared',
              test: /src\/(ui\/(on-demand|later|shortened|roving|Picker|Switch|CheckedField)|stores\/(ui|explained|followed|playhead|sharing|run|scenario|draft))\.tsx?$/,
            },
          ],
        },
      },
    },
  },
  test: {
    environment: 'node',
    // Patience for slow machines: Python starts from nothing in one test, and no test measures time.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    include: ['src/**/*.test.{ts,tsx}', 'scripts/**/*.test.ts'],
  },
});
