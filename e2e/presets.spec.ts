import { expect, test } from '@playwright/test';
import { presets } from '../src/scenario/presets';
import { Workbench } from './workbench';

const blocked = (url: string, why: string): RegExp[] => [
  literal(`Access to fetch at '${url}' from origin 'https://app.example.com' has been blocked by CORS policy: ${why}`),
  literal('Failed to load resource: net::ERR_FAILED'),
  /TypeError: Failed to fetch/,
];
const preflight = "Response to preflight request doesn't pass access control check: ";
const missing = "No 'Access-Control-Allow-Origin' header is present on the requested resource.";
const users = 'https://api.example.com/users';

/** What Chromium 156 says and does in these situations. */
const known: Record<string, { verdict: 'Allowed' | 'Blocked'; console: RegExp[] }> = {
  classic: { verdict: 'Allowed', console: [/Ada.*Grace/] },
  'no-cors-headers': { verdict: 'Blocked', console: blocked(users, missing) },
  'wrong-origin': {
    verdict: 'Blocked',
    console: blocked(
      users,
      "The 'Access-Control-Allow-Origin' header has a value 'http://localhost:3000' that is not equal to the supplied origin. Have the server send the header with a valid value.",
    ),
  },
  'preflight-unhandled': { verdict: 'Blocked', console: blocked(`${users}/1`, preflight + missing) },
  'preflight-needs-login': {
    verdict: 'Blocked',
    console: blocked(users, `${preflight}It does not have HTTP ok status.`),
  },
  'method-not-allowed': {
    verdict: 'Blocked',
    console: blocked(
      `${users}/2`,
      'Method DELETE is not allowed by Access-Control-Allow-Methods in preflight response.',
    ),
  },
  'header-not-allowed': {
    verdict: 'Blocked',
    console: blocked(
      users,
      'Request header field x-request-id is not allowed by Access-Control-Allow-Headers in preflight response.',
    ),
  },
  'wildcard-with-credentials': {
    verdict: 'Blocked',
    console: blocked(
      users,
      "The value of the 'Access-Control-Allow-Origin' header in the response must not be the wildcard '*' when the request's credentials mode is 'include'.",
    ),
  },
  'no-preflight': { verdict: 'Allowed', console: [/201.*Alan/] },
  'preflighted-put': { verdict: 'Allowed', console: [/200.*Ada Lovelace/] },
  'same-origin': { verdict: 'Allowed', console: [/Ada.*Grace/] },
};

for (const { id, title } of presets) {
  test(`the case "${title}" ends as it does in Chromium, with its words in the console`, async ({ page }) => {
    const expected = known[id];
    if (!expected) throw new Error(`Nothing is known about the case ${id}`);
    const workbench = new Workbench(page);
    await workbench.open();
    await workbench.choose(title);
    await expect(workbench.verdict).toHaveText(new RegExp(`^${expected.verdict}`));
    await workbench.toEnd();
    const panel = await workbench.inspect('Console');
    for (const line of expected.console) await expect(panel).toContainText(line);
    if (expected.verdict === 'Allowed') await expect(panel).not.toContainText('blocked by CORS policy');
  });
}

function literal(text: string): RegExp {
  return new RegExp(text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'));
}
