import { describe, expect, it } from 'vitest';
import type { Server } from '@/scenario/document';
import type { Preset } from '@/scenario/presets';
import { isEdited } from './draft';
import { sharedPreset } from './preset-id';
import { createScenarioStore, documentOf, shownServer } from './scenario';

const preset = (id: string): Preset => ({
  id,
  title: id,
  group: 'Start here',
  scenario: {
    version: 1,
    page: 'https://app.example.com/',
    frontend: `// ${id}`,
    servers: [{ origin: 'https://api.example.com', kind: 'express', code: `// server of ${id}` }],
  },
});
const [first, second] = [preset('first'), preset('second')];
const headers = (origin = 'https://api.example.com'): Server => ({ origin, kind: 'headers', routes: [] });

function opened() {
  const store = createScenarioStore();
  store.getState().loadPreset(first);
  return store;
}

describe('choosing a preset', () => {
  it('keeps the edits of the one that is left', () => {
    const store = opened();
    store.getState().setFrontend('mine');
    store.getState().loadPreset(second);
    expect(documentOf(store.getState()).frontend).toBe('// second');
    store.getState().loadPreset(first);
    expect(documentOf(store.getState()).frontend).toBe('mine');
  });

  it('keeps the browser, which is whose eyes and not what is looked at', () => {
    const store = opened();
    store.getState().setBrowser('firefox');
    store.getState().loadPreset(second);
    expect(documentOf(store.getState()).browser).toBe('firefox');
    expect(isEdited(documentOf(store.getState()), second.scenario)).toBe(false);
  });
});

describe('opening what is open already', () => {
  it('can be taken back, and leaves no second copy', () => {
    const store = opened();
    store.getState().setFrontend('mine');
    store.getState().loadPreset(first);
    expect(documentOf(store.getState()).frontend).toBe('// first');
    expect(store.getState().left).toEqual({});
    store.getState().undoReset();
    expect(documentOf(store.getState()).frontend).toBe('mine');
  });
});

describe('cases that came by links', () => {
  it('are kept when they are left, the last dozen of them', () => {
    const store = opened();
    store.getState().setFrontend('mine');
    const ids = Array.from({ length: 15 }, (_, index) => sharedPreset(`link ${index}`));
    for (const id of ids) store.getState().loadPreset(preset(id));
    store.getState().loadPreset(second);
    expect(Object.keys(store.getState().left)).toEqual(['first', ...ids.slice(-12)]);
  });

  it('are two where their links differ in one digit', () => {
    const ids = Array.from({ length: 1000 }, (_, index) => sharedPreset(`${index} and the same end`));
    expect(new Set(ids).size).toBe(1000);
  });
});

describe('resetting to the original', () => {
  it('can be taken back until something else is edited', () => {
    const store = opened();
    store.getState().setFrontend('mine');
    store.getState().resetTo(first);
    expect(documentOf(store.getState()).frontend).toBe('// first');
    store.getState().setBrowser('firefox');
    store.getState().undoReset();
    expect(documentOf(store.getState())).toMatchObject({ frontend: 'mine', browser: 'firefox' });
    store.getState().resetTo(first);
    store.getState().setFrontend('new');
    store.getState().undoReset();
    expect(documentOf(store.getState()).frontend).toBe('new');
  });
});

describe('switching the kind of server', () => {
  it('keeps what each kind holds', () => {
    const store = opened();
    store.getState().editServer((server) => (server.kind === 'express' ? { ...server, code: 'mine' } : server));
    store.getState().setServerKind('headers', headers());
    expect(shownServer(store.getState())?.kind).toBe('headers');
    store.getState().setServerKind('express', headers());
    expect(shownServer(store.getState())).toMatchObject({ kind: 'express', code: 'mine' });
  });

  it('keeps the origin as it was edited meanwhile', () => {
    const store = opened();
    store.getState().setServerKind('headers', headers());
    store.getState().editServer((server) => ({ ...server, origin: 'https://other.example' }));
    store.getState().setServerKind('express', headers());
    expect(shownServer(store.getState())).toMatchObject({ kind: 'express', origin: 'https://other.example' });
  });

  it('takes the starter where the kind held nothing', () => {
    const store = opened();
    store.getState().setServerKind('headers', {
      origin: 'https://elsewhere.example',
      kind: 'headers',
      routes: [{ method: '*', path: '*', status: 204, headers: [] }],
    });
    expect(shownServer(store.getState())).toMatchObject({
      origin: 'https://api.example.com',
      routes: [{ status: 204 }],
    });
  });
});

describe('a change', () => {
  it('that is typed waits for the next key, one that is chosen does not', () => {
    const store = opened();
    store.getState().setFrontend('typed');
    expect(store.getState().lastChange).toBe('typed');
    store.getState().setBrowser('webkit');
    expect(store.getState().lastChange).toBe('chosen');
    store.getState().editServer((server) => server, 'chosen');
    expect(store.getState().lastChange).toBe('chosen');
  });
});

describe('adding and removing servers', () => {
  it('shows the one that was added, at an origin of its own, and takes the shown one away', () => {
    const store = opened();
    store.getState().addServer();
    expect(shownServer(store.getState())?.origin).toBe('https://api2.example.com');
    store.getState().setServerKind('headers', headers());
    store.getState().showServer(0);
    store.getState().removeServer();
    expect(documentOf(store.getState()).servers.map(({ origin }) => origin)).toEqual(['https://api2.example.com']);
    store.getState().setServerKind('express', headers());
    expect(shownServer(store.getState())).toMatchObject({ kind: 'express', code: '// app is an Express app.\n' });
  });
});

describe('choosing the client', () => {
  it('keeps JavaScript and the curl command apart, and loses neither', () => {
    const store = opened();
    store.getState().setFrontend('mine');
    store.getState().setClient('curl', 'curl -i x');
    expect(documentOf(store.getState()).frontend).toBe('curl -i x');
    store.getState().setFrontend('curl -v x');
    store.getState().setClient('native-app', 'unused');
    expect(documentOf(store.getState())).toMatchObject({ client: 'native-app', frontend: 'mine' });
    store.getState().setClient('curl', 'unused');
    expect(documentOf(store.getState()).frontend).toBe('curl -v x');
  });
});

describe('earlier visits', () => {
  it('are added, edited and taken away without touching the page’s own', () => {
    const store = opened();
    store.getState().addVisit();
    store.getState().setFrontend('login()');
    store.getState().setPage('https://bank.example/');
    store.getState().setOtherUser(true);
    expect(documentOf(store.getState())).toMatchObject({
      frontend: '// first',
      page: 'https://app.example.com/',
      earlier: [{ page: 'https://bank.example/', frontend: 'login()', otherUser: true }],
    });
    store.getState().showVisit(undefined);
    store.getState().setFrontend('mine');
    store.getState().showVisit(0);
    store.getState().removeVisit();
    expect(documentOf(store.getState())).toEqual({ ...first.scenario, frontend: 'mine' });
  });
});
