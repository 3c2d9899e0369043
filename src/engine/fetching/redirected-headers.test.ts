import { describe, expect, it } from 'vitest';
import type { BrowserName, HeaderList, RequestRecord } from '../contract';
import { getHeader } from '../infrastructure/headers';
import { allow, bytes, openBrowser, request, type Server } from '../testing/browser-under-test';

const OWN = 'https://app.example.com';
const API = 'https://api.example.com';
const OTHER = 'https://other.test';
const PREFLIGHT = {
  headers: allow('null', [
    ['Access-Control-Allow-Methods', '*'],
    ['Access-Control-Allow-Headers', '*, authorization'],
  ]),
};
const PATHS = ['/a', '/b', '/c', '/d'];

/** Asks at the first origin, and is redirected from each to the next. */
async function follow(
  profile: BrowserName,
  origins: readonly string[],
  statuses: readonly number[],
  changes: Partial<RequestRecord>,
) {
  const urls = origins.map((origin, index) => origin + PATHS[index]!);
  const server: Server = Object.fromEntries(
    urls.map((url, index) => {
      const location: HeaderList = index < statuses.length ? [['Location', urls[index + 1]!]] : [];
      const preflight = { headers: [...PREFLIGHT.headers] };
      return [url, { preflight, response: { status: statuses[index] ?? 200, headers: allow('*', location) } }];
    }),
  );
  // every origin is allowed: what is looked at is what is sent
  for (const { preflight } of Object.values(server)) preflight!.headers![0] = ['Access-Control-Allow-Origin', '*'];
  const opened = openBrowser(profile, server);
  await opened.browser.fetch(request(urls[0]!, changes), 1);
  const actual = opened.sent.filter(({ kind }) => kind === 'actual');
  return { ...opened, headerAtEachHop: (name: string) => actual.map(({ headers }) => getHeader(headers, name)) };
}

const FORM = 'application/x-www-form-urlencoded';
const post: Partial<RequestRecord> = { method: 'POST', body: bytes('a=1'), headers: [['Content-Type', FORM]] };

describe('the headers of a redirected request', () => {
  it('are without those of the body for good once the method has changed', async () => {
    for (const profile of ['standard', 'chromium'] as const) {
      const { headerAtEachHop } = await follow(profile, [OTHER, OTHER, OTHER], [302, 307], post);
      expect(headerAtEachHop('content-type')).toEqual([FORM, null, null]);
    }
  });

  it('start from those of the page each time in Firefox', async () => {
    const once = await follow('firefox', [OTHER, OTHER, OTHER], [302, 307], post);
    expect(once.headerAtEachHop('content-type')).toEqual([FORM, null, FORM]);
    const again = await follow('firefox', [OTHER, OTHER, OTHER], [302, 303], post);
    expect(again.headerAtEachHop('content-type')).toEqual([FORM, null, null]);
  });

  it('have Authorization again in Firefox when the next redirect stays where it is', async () => {
    const asked = { headers: [['Authorization', 'x']] as HeaderList };
    const { headerAtEachHop } = await follow('firefox', [API, OTHER, OTHER], [307, 307], asked);
    expect(headerAtEachHop('authorization')).toEqual(['x', null, 'x']);
    const other = await follow('chromium', [API, OTHER, OTHER], [307, 307], asked);
    expect(other.headerAtEachHop('authorization')).toEqual(['x', null, null]);
  });

  it('have lost the type of a body with it, where the page has not set one', async () => {
    const xhr = await follow('firefox', [OTHER, OTHER, OTHER], [302, 307], {
      ...post,
      initiator: 'xhr',
      typeOfBody: true,
    });
    expect(xhr.headerAtEachHop('content-type')).toEqual([FORM, null, null]);
  });

  it('have all that was dropped in WebKit again with the next CORS request', async () => {
    const headers: HeaderList = [...post.headers!, ['Content-Language', 'de']];
    const { headerAtEachHop } = await follow('webkit', [OTHER, OTHER, OTHER], [301, 301], { ...post, headers });
    expect(headerAtEachHop('content-type')).toEqual([FORM, null, FORM]);
    expect(headerAtEachHop('content-language')).toEqual(['de', null, 'de']);
  });

  it('have only Content-Type again in WebKit outside CORS, where the redirect would not change the method it had', async () => {
    const noCors: Partial<RequestRecord> = {
      ...post,
      mode: 'no-cors',
      headers: [...post.headers!, ['Content-Language', 'de']],
    };
    const types = async (origins: readonly string[], statuses: readonly number[]) =>
      (await follow('webkit', origins, statuses, noCors)).headerAtEachHop('content-type');
    expect(await types([OTHER, OTHER, OTHER], [301, 301])).toEqual([FORM, null, null]);
    expect(await types([OTHER, OTHER, OTHER], [302, 307])).toEqual([FORM, null, FORM]);
    expect(await types([OWN, OTHER, OTHER], [302, 307])).toEqual([FORM, null, null]);
    expect(await types([OTHER, OTHER, OTHER, OTHER], [302, 307, 302])).toEqual([FORM, null, FORM, FORM]);
    const { headerAtEachHop } = await follow('webkit', [OTHER, OTHER, OTHER], [302, 307], noCors);
    expect(headerAtEachHop('content-language')).toEqual(['de', null, null]);
  });

  it('have Origin still in WebKit outside CORS, as long as the redirect stays within an origin', async () => {
    const noCors: Partial<RequestRecord> = { ...post, mode: 'no-cors' };
    const stays = await follow('webkit', [OWN, OTHER, OTHER], [307, 302], noCors);
    expect(stays.headerAtEachHop('origin')).toEqual([OWN, OWN, OWN]);
    const leaves = await follow('webkit', [OTHER, OTHER, API], [307, 302], noCors);
    expect(leaves.headerAtEachHop('origin')).toEqual([OWN, OWN, null]);
  });
});

describe('a redirect that WebKit’s page refuses', () => {
  it('is noticed only when the preflight of the next hop has been answered', async () => {
    const asked = { headers: [['X-A', '1']] as HeaderList };
    const { sent, lines } = await follow('webkit', [OWN, OTHER, OTHER], [307, 307], asked);
    expect(sent.map(({ kind, url }) => `${kind} ${url}`)).toEqual([
      `actual ${OWN}/a`,
      `preflight ${OTHER}/b`,
      `actual ${OTHER}/b`,
      `preflight ${OTHER}/c`,
    ]);
    expect(lines[0]?.text).toContain(
      'Cannot use wildcard in Access-Control-Allow-Origin when credentials flag is true.',
    );
  });
});
