/** Doors that stay open: EventSource and WebSocket. */

import { OTHER, OWN, type Door, type DoorAnswer } from '../door';
import { ANY, door, PAGES_ORIGIN, type, WITH_CREDENTIALS } from '../elements';

const EVENTS = type('text/event-stream');
const STREAM = 'data: one\n\nevent: tick\nid: 7\ndata: two\ndata: lines\n\n: a comment\ndata: last\n\n';

const eventSource = (id: string, origin: string, options: string, answer: DoorAnswer): Door =>
  door(
    `eventsource-${id}`,
    [
      `const source = new EventSource('${origin}/events'${options});`,
      "source.onopen = () => report('open', source.readyState);",
      "source.onmessage = (event) => report('message', event.data, event.lastEventId, event.origin);",
      "source.addEventListener('tick', (event) => report('tick', JSON.stringify(event.data), event.lastEventId));",
      'await new Promise((done) => {',
      "  source.onerror = () => { report('error', source.readyState); source.close(); done(); };",
      '});',
    ].join('\n'),
    { [`${origin}/events`]: { headers: [EVENTS], body: STREAM, ...answer } },
  );

const webSocket = (id: string, origin: string, answer: DoorAnswer): Door =>
  door(
    `websocket-${id}`,
    [
      `const socket = new WebSocket('${origin.replace('https', 'wss')}/live');`,
      'await new Promise((done) => {',
      "  socket.onopen = () => { report('open', socket.readyState); socket.close(); };",
      "  socket.onerror = () => report('error', socket.readyState);",
      "  socket.onclose = (event) => { report('close', event.code, event.wasClean); done(); };",
      '});',
    ].join('\n'),
    { [`${origin}/live`]: answer },
  );

export const STREAM_DOORS: Door[] = [
  eventSource('same-origin', OWN, '', {}),
  eventSource('refused', OTHER, '', {}),
  eventSource('any', OTHER, '', { headers: [EVENTS, ANY] }),
  eventSource('credentials-any', OTHER, ', { withCredentials: true }', { headers: [EVENTS, ANY] }),
  eventSource('credentials-missing', OTHER, ', { withCredentials: true }', { headers: [EVENTS, PAGES_ORIGIN] }),
  eventSource('credentials-allowed', OTHER, ', { withCredentials: true }', { headers: [EVENTS, ...WITH_CREDENTIALS] }),
  eventSource('html', OTHER, '', { headers: [type('text/html'), ANY] }),
  eventSource('not-found', OTHER, '', { status: 404, headers: [EVENTS, ANY] }),
  eventSource('no-content', OTHER, '', { status: 204, headers: [ANY], body: '' }),
  eventSource('closed', OTHER, '', { abort: true }),
  door(
    'eventsource-again',
    [
      `const source = new EventSource('${OTHER}/events');`,
      'let opened = 0;',
      "source.onmessage = (event) => report('message', event.data);",
      'await new Promise((done) => {',
      "  source.onopen = () => { report('open'); if (++opened === 2) { source.close(); done(); } };",
      "  source.onerror = () => report('error', source.readyState);",
      '});',
    ].join('\n'),
    { [`${OTHER}/events`]: { headers: [EVENTS, ANY], body: 'retry: 20\nid: 5\ndata: one\n\n' } },
  ),
  webSocket('same-origin', OWN, { status: 101 }),
  webSocket('cross-origin', OTHER, { status: 101 }),
  webSocket('refused', OTHER, { status: 403 }),
  webSocket('not-an-upgrade', OTHER, { status: 200, headers: [ANY] }),
  webSocket('closed', OTHER, { abort: true }),
];
