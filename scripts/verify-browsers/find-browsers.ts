import { execFileSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import path from 'node:path';
import type { RecordedBrowser } from '@/truth/recording';

/** Commands to look for on PATH; an environment variable of the browser's name in capitals comes first. */
const COMMANDS: Record<RecordedBrowser, readonly string[]> = {
  chromium: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
  firefox: ['firefox-esr', 'firefox'],
  webkit: [],
};

/** The Python whose `gi` has WebKitGTK: Debian's own, whatever else is on PATH. */
const PYTHON = '/usr/bin/python3';

/** Path of what to start, or null where the browser is not installed. */
export function findBrowser(browser: RecordedBrowser): string | null {
  const named = process.env[browser.toUpperCase()];
  if (named) return named;
  if (browser === 'webkit') return hasWebKit() ? PYTHON : null;
  const folders = (process.env['PATH'] ?? '').split(path.delimiter);
  const candidates = COMMANDS[browser].flatMap((name) => folders.map((folder) => path.join(folder, name)));
  return candidates.find(isExecutable) ?? null;
}

function hasWebKit(): boolean {
  try {
    execFileSync(PYTHON, ['-c', "import gi; gi.require_version('WebKit2', '4.1'); from gi.repository import WebKit2"], {
      stdio: 'ignore',
    });
    execFileSync('which', ['Xvfb'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
