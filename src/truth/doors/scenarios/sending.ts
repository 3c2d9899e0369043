/** Doors that send and never read: beacons, forms, requests that outlive the page. */

import type { HeaderPair } from '../../recording';
import { OTHER, OWN, type Door, type DoorAnswer } from '../door';
import { ANY, door, WITH_CREDENTIALS } from '../elements';

const PATH = '/collect';
const ALLOWS: HeaderPair[] = [...WITH_CREDENTIALS, ['Access-Control-Allow-Headers', 'content-type']];

const beacon = (id: string, data: string, answer: DoorAnswer = {}, origin = OTHER): Door =>
  door(`beacon-${id}`, `report(navigator.sendBeacon('${origin}${PATH}'${data && `, ${data}`}));`, {
    [origin + PATH]: { status: 204, ...answer },
  });

const JSON_BLOB = "new Blob(['{}'], { type: 'application/json' })";

/** Answered by 204, so that the page stays. */
const form = (id: string, properties: Record<string, string>, origin = OTHER): Door =>
  door(
    `form-${id}`,
    [
      "const form = document.createElement('form');",
      ...Object.entries({ action: `${origin}/transfer`, ...properties }).map(
        ([name, value]) => `form.${name} = ${JSON.stringify(value)};`,
      ),
      "for (const [name, value] of [['to', 'Mallory'], ['amount', '100 €']]) {",
      "  const input = document.createElement('input');",
      '  input.name = name;',
      '  input.value = value;',
      '  form.append(input);',
      '}',
      'document.body.append(form);',
      'form.submit();',
      "report('submitted');",
    ].join('\n'),
    { [`${origin}/transfer`]: { status: 204 } },
  );

export const SENDING_DOORS: Door[] = [
  beacon('text', "'hello'"),
  beacon('nothing', ''),
  beacon('own', "'hello'", {}, OWN),
  beacon('form', "new URLSearchParams({ a: '1' })"),
  beacon('json-refused', JSON_BLOB),
  beacon('json-any', JSON_BLOB, { preflight: { headers: [ANY, ['Access-Control-Allow-Headers', '*']] } }),
  beacon('json-allowed', JSON_BLOB, { headers: WITH_CREDENTIALS, preflight: { headers: ALLOWS } }),
  beacon('closed', "'hello'", { abort: true }),
  beacon('not-found', "'hello'", { status: 404 }),
  form('post', { method: 'post' }),
  form('post-own', { method: 'post' }, OWN),
  form('post-text', { method: 'post', enctype: 'text/plain' }),
  form('get', { method: 'get' }),
  door(
    'keepalive',
    `const answer = await fetch('${OTHER}${PATH}', { method: 'POST', body: 'x', keepalive: true }); report(answer.status);`,
    {
      [OTHER + PATH]: { status: 200, headers: [ANY] },
    },
  ),
];
