/** Finds the browsers that the tests drive, and installs them where none is found. */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { promisify } from 'node:util';
import { chromium } from '@playwright/test';
import { bin, run } from './run.mjs';

const places = {
  chromium: () => [
    process.env.CHROME_PATH,
    chromium.executablePath(),
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/usr/bin/google-chrome-stable',
    '/opt/google/chrome/chrome',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  ],
  firefox: () => [
    process.env.FIREFOX_PATH,
    '/usr/bin/firefox-esr',
    '/usr/bin/firefox',
    '/Applications/Firefox.app/Contents/MacOS/firefox',
    'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
  ],
};

const instructions = {
  chromium:
    'No Chromium or Chrome was found, and none could be installed.\n' +
    'Install one (Debian: apt-get install chromium; elsewhere: npx playwright install chromium, or Google Chrome),\n' +
    'or name its program: CHROME_PATH=/path/to/chrome npm test',
  firefox:
    'No Firefox was found, and none could be installed; its test is left out.\n' +
    'Install one (Debian: apt-get install firefox-esr), or name its program: FIREFOX_PATH=/path/to/firefox npm test',
};

/** A file may be there and not start, for want of a library; Windows has no way to ask without opening a window. */
async function starts(program) {
  if (process.platform === 'win32') return true;
  return promisify(execFile)(program, ['--version'], { timeout: 30_000 }).then(
    () => true,
    () => false,
  );
}

/** The program of an installed browser, or undefined. */
export async function findBrowser(name) {
  for (const place of places[name]()) {
    if (place && existsSync(place) && (await starts(place))) return place;
  }
  return undefined;
}

/** The same, after trying to install one; explains on the console what it does and why it gives up. */
export async function ensureBrowser(name) {
  const found = await findBrowser(name);
  if (found) return found;
  const ways = name === 'chromium' ? [withPlaywright, withApt('chromium')] : [withApt('firefox-esr')];
  for (const way of ways) {
    await way();
    const installed = await findBrowser(name);
    if (installed) return installed;
  }
  console.error(instructions[name]);
  return undefined;
}

async function withPlaywright() {
  console.log('No Chromium found. Installing the one of Playwright…');
  const { code } = await run(bin('playwright', 'install', 'chromium'), { show: false, timeout: 300_000 });
  if (code !== 0) console.log('It could not be downloaded.');
}

function withApt(name) {
  return async () => {
    if (!existsSync('/usr/bin/apt-get')) return;
    const sudo = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
    console.log(`Installing ${name} with ${[...sudo, 'apt-get'].join(' ')}…`);
    const env = { DEBIAN_FRONTEND: 'noninteractive' };
    await run([...sudo, 'apt-get', 'update', '-qq'], { show: false, env });
    const { code, output } = await run([...sudo, 'apt-get', 'install', '-y', '-qq', name], { show: false, env });
    if (code !== 0) console.log(`That failed:\n${output.trim().split('\n').slice(-5).join('\n')}`);
  };
}
