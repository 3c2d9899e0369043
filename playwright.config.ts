import { defineConfig, devices } from '@playwright/test';
import { findBrowser } from './scripts/lib/browsers.mjs';

const port = Number(process.env.E2E_PORT ?? 4190);

/** A sub-path, as on the hosts where the site will live: whatever only works at the root fails here. */
const base = '/some/path/';

const executablePath = await findBrowser('chromium');

export default defineConfig({
  testDir: 'e2e',
  fullyParallel: true,
  workers: 2,
  // Where nobody watches, a machine that was busy for a moment shall not hide what else holds: the report names such a test.
  retries: process.env.CI ? 1 : 0,
  // Patience for slow machines; nothing here waits on purpose.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  forbidOnly: Boolean(process.env.CI),
  reporter: 'line',
  use: {
    ...devices['Desktop Chrome'],
    baseURL: `http://localhost:${port}${base}`,
    viewport: { width: 1440, height: 900 },
    colorScheme: 'light',
    // Most tests ask where the playhead stands, not how it gets there.
    contextOptions: { reducedMotion: 'reduce' },
    trace: 'retain-on-failure',
    actionTimeout: 20_000,
    launchOptions: { executablePath, args: ['--no-sandbox'] },
  },
  webServer: {
    command: `node scripts/serve.mjs --strict-port --port ${port} --base ${base}`,
    url: `http://localhost:${port}${base}`,
    reuseExistingServer: false,
  },
});
