import { describe, expect, it } from 'vitest';
import type { Server } from '@/scenario/document';
import type { Preset } from '@/scenario/presets';
import { isEdited } from './draft';
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

describe('resetting to the original', () => {
  it('can be taken back until something else is edited', () => {
    const store = opened();
    store.getState().setFrontend('mine');
    store.getState().resetTo(first);
    expect(documentOf(store.getState()).frontend).toBe('// first');
    store.getState().undoReset();
    expect(documentOf(store.getState()).frontend).toBe('mine');
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
