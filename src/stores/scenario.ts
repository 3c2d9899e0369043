import { create } from 'zustand';
import type { BrowserName, ClientName, Scenario, Server, ServerKind, Visit } from '@/scenario/document';
import type { Preset } from '@/scenario/presets';
import { isDemonstrationPreset, isSharedPreset } from './preset-id';
import { afterVisitAdded, afterVisitEdit, afterVisitRemoved } from './visits';
import {
  afterClientSwitch,
  afterServerAdded,
  afterServerEdit,
  afterServerRemoved,
  afterKindSwitch,
  draftOf,
  isEdited,
  type Draft,
} from './draft';

/**
 * How the last change came about: typing waits for the next key before a run, a choice does not, and what is staged to be
 * watched plays from its start.
 */
export type ChangeKind = 'typed' | 'chosen' | 'staged';

export interface ScenarioData {
  /** The preset that the document came from. */
  presetId: string;
  /** The document as it was opened; undefined where that was on an earlier visit of the site. */
  original: Scenario | undefined;
  /** What is being edited, with what other server kinds hold. */
  draft: Draft;
  /** Edits of presets that were left, by preset id: choosing another one loses nothing. */
  left: Record<string, Draft>;
  /** The edits that the last "Reset to the original" put aside. */
  beforeReset: Draft | undefined;
  /** Which of the document's servers the server editor shows. */
  serverIndex: number;
  /** Which earlier visit the frontend editor shows; undefined for the page itself. */
  visitIndex: number | undefined;
  lastChange: ChangeKind;
}

export interface ScenarioState extends ScenarioData {
  /** Of the visit shown. */
  setFrontend: (code: string) => void;
  setPage: (url: string) => void;
  setBrowser: (browser: BrowserName) => void;
  /** curl and the others are told in languages of their own: what the frontend held is held for its kind. */
  setClient: (client: ClientName, starter: string) => void;
  /** Switches the "disable CORS" browser extension. */
  setExtension: (isOn: boolean) => void;
  /** Changes the server shown, within its kind. */
  editServer: (edit: (server: Server) => Server, change?: ChangeKind) => void;
  /** Shows another kind of server; `starter` is taken where this kind held nothing before. */
  setServerKind: (kind: ServerKind, starter: Server) => void;
  showVisit: (index: number | undefined) => void;
  /** Adds a visit before the page's own and after the others, and shows it. */
  addVisit: () => void;
  /** Takes the visit shown away. */
  removeVisit: () => void;
  /** Whether the visit shown is another user's, with a browser of their own. */
  setOtherUser: (isOther: boolean) => void;
  showServer: (index: number) => void;
  /** Adds one behind the others, and shows it. */
  addServer: () => void;
  /** Takes the server shown away. */
  removeServer: () => void;
  loadPreset: (preset: Preset) => void;
  resetTo: (preset: Preset) => void;
  undoReset: () => void;
}

const blank: Scenario = { version: 1, page: 'https://app.example.com/', frontend: '', servers: [] };

export const createScenarioStore = () =>
  create<ScenarioState>()((set) => {
    const edit = (change: ChangeKind, next: (draft: Draft, state: ScenarioData) => Draft) =>
      set((state) => ({ draft: next(state.draft, state), lastChange: change, beforeReset: undefined }));
    const editDocument = (change: ChangeKind, part: Partial<Scenario>) =>
      edit(change, (draft) => ({ ...draft, document: { ...draft.document, ...part } }));

    const editVisit = (change: ChangeKind, part: Partial<Visit>) =>
      edit(change, (draft, { visitIndex }) => afterVisitEdit(draft, visitIndex, part));

    return {
      presetId: '',
      original: undefined,
      draft: draftOf(blank),
      left: {},
      beforeReset: undefined,
      serverIndex: 0,
      visitIndex: undefined,
      lastChange: 'chosen',

      setFrontend: (frontend) => editVisit('typed', { frontend }),
      setPage: (page) => editVisit('typed', { page }),
      showVisit: (visitIndex) => set({ visitIndex }),
      addVisit: () => {
        edit('chosen', afterVisitAdded);
        set(({ draft }) => ({ visitIndex: (draft.document.earlier ?? []).length - 1 }));
      },
      removeVisit: () => {
        edit('chosen', (draft, { visitIndex }) => afterVisitRemoved(draft, visitIndex));
        set({ visitIndex: undefined });
      },
      setOtherUser: (otherUser) => editVisit('chosen', { otherUser }),
      setBrowser: (browser) =>
        set(({ draft }) => ({
          draft: { ...draft, document: { ...draft.document, browser } },
          lastChange: 'chosen',
        })),
      setClient: (client, starter) => {
        edit('chosen', (draft) => afterClientSwitch(draft, client, starter));
        set({ visitIndex: undefined });
      },
      setExtension: (extension) => editDocument('chosen', { extension }),
      editServer: (change, how = 'typed') =>
        edit(how, (draft, { serverIndex }) => afterServerEdit(draft, serverIndex, change)),
      setServerKind: (kind, starter) =>
        edit('chosen', (draft, { serverIndex }) => afterKindSwitch(draft, serverIndex, kind, starter)),
      showServer: (serverIndex) => set({ serverIndex }),
      addServer: () => {
        edit('chosen', afterServerAdded);
        set(({ draft }) => ({ serverIndex: draft.document.servers.length - 1 }));
      },
      removeServer: () => {
        edit('chosen', (draft, { serverIndex }) => afterServerRemoved(draft, serverIndex));
        set({ serverIndex: 0 });
      },

      loadPreset: (preset) =>
        set((state) => {
          const { browser } = state.draft.document;
          const { [preset.id]: known, ...left } = state.left;
          const draft = known ?? draftOf(preset.scenario);
          return {
            presetId: preset.id,
            original: preset.scenario,
            draft: withBrowser(draft, browser),
            left: preset.id === state.presetId ? left : afterLeaving({ ...state, left }),
            // What is open already is not left: it is opened anew, which can be taken back.
            beforeReset:
              preset.id === state.presetId && isEdited(documentOf(state), draft.document) ? state.draft : undefined,
            serverIndex: 0,
            visitIndex: undefined,
            lastChange: 'chosen',
          };
        }),
      resetTo: (preset) =>
        set((state) => ({
          draft: draftOf({ ...preset.scenario, browser: state.draft.document.browser ?? preset.scenario.browser }),
          beforeReset: state.draft,
          serverIndex: 0,
          visitIndex: undefined,
          lastChange: 'chosen',
        })),
      undoReset: () =>
        set((state) =>
          state.beforeReset
            ? {
                draft: withBrowser(state.beforeReset, documentOf(state).browser),
                beforeReset: undefined,
                serverIndex: 0,
                visitIndex: undefined,
                lastChange: 'chosen',
              }
            : state,
        ),
    };
  });

export const useScenario = createScenarioStore();

/** The browser is whose eyes, and not what is looked at: it stays when something else is opened. */
function withBrowser(draft: Draft, browser: BrowserName | undefined): Draft {
  return browser ? { ...draft, document: { ...draft.document, browser } } : draft;
}

/** So many cases that came by links are kept when they are left: the last ones. */
const MOST_SHARED = 12;

/** Edits stay under the id of what is left. A demonstration goes: it can be opened again. */
export function afterLeaving({ presetId, draft, left }: ScenarioData): ScenarioData['left'] {
  if (presetId === '' || isDemonstrationPreset(presetId)) return left;
  const all = Object.entries({ ...left, [presetId]: draft });
  const forgotten = all.filter(([id]) => isSharedPreset(id)).slice(0, -MOST_SHARED);
  return Object.fromEntries(all.filter((entry) => !forgotten.includes(entry)));
}

export const documentOf = (state: ScenarioData): Scenario => state.draft.document;

/** The server that the server editor shows. */
export const shownServer = (state: ScenarioData): Server | undefined => state.draft.document.servers[state.serverIndex];

/** The visit that the frontend editor shows: an earlier one, or the page's own. */
export const shownVisit = (state: ScenarioData): Visit =>
  (state.visitIndex === undefined ? undefined : state.draft.document.earlier?.[state.visitIndex]) ??
  state.draft.document;
