import type { Preset } from './preset';

const frontend = `// An EventSource is read by code, so its answer must pass the CORS check, as that of a fetch() must.
// It never asks with a preflight, and it sends cookies only when told to.
function listen(label, init) {
  const source = new EventSource('https://news.example.net/events', init);
  source.onmessage = (event) => {
    console.log(label, event.data);
    if (event.data === 'goal') source.close(); // else it asks again, for ever
  };
  source.onerror = () => {
    if (source.readyState === EventSource.CLOSED) console.log(label, 'closed by an error that says nothing');
  };
}

listen('without cookies:');
listen('with cookies:', { withCredentials: true });
`;

export const eventSource: Preset = {
  id: 'event-source',
  title: 'An EventSource, with cookies and without',
  group: 'Other doors',
  scenario: {
    version: 1,
    title: 'An EventSource, with cookies and without',
    page: 'https://app.example.com/',
    frontend,
    servers: [
      {
        origin: 'https://news.example.net',
        kind: 'headers',
        routes: [
          {
            method: 'GET',
            path: '/events',
            status: 200,
            headers: [
              ['Content-Type', 'text/event-stream'],
              ['Access-Control-Allow-Origin', '*'],
              ['Access-Control-Allow-Credentials', 'true', false],
            ],
            body: 'data: kick-off\n\ndata: goal\n\n',
          },
        ],
      },
    ],
  },
};
