/** Who asks, where it is not the code itself by fetch() or XMLHttpRequest, and what becomes of the answer. */

interface DoorWords {
  /** Subject of a sentence. */
  asker: string;
  /** After an answer that got through. */
  through: string;
  /** After one that did not, or none. */
  failed: string;
  /** After an answer that got through and has a status it does not take. */
  refused?: string;
  /** Of an opaque answer. */
  sealed?: string;
}

const ERROR_EVENT = 'gets an error event, and no reason.';

const DOORS: Record<string, DoorWords> = {
  script: {
    asker: 'The page’s <script>',
    through: 'The <script> takes what came as code, and gets its load event.',
    refused: 'The <script> takes no answer with such a status, and gets an error event.',
    failed: `The <script> ${ERROR_EVENT}`,
    sealed: 'Its code may run; its text may not be read.',
  },
  img: {
    asker: 'The page’s <img>',
    through: 'The <img> gets what came: a picture it shows, of anything else comes an error event.',
    failed: `The <img> ${ERROR_EVENT}`,
    sealed: 'It may be shown; its pixels may not be read.',
  },
  link: {
    asker: 'The page’s <link>',
    through: 'The <link> takes what came as a style sheet.',
    refused: 'The <link> takes no answer with such a status, and gets an error event.',
    failed: `The <link> ${ERROR_EVENT}`,
    sealed: 'It may style the page; its rules may not be read.',
  },
  font: {
    asker: 'The page’s font',
    through: 'The font takes what came.',
    refused: 'The font takes no answer with such a status: its promise rejects with NetworkError.',
    failed: 'The font is not loaded: its promise rejects with NetworkError.',
  },
  form: {
    asker: 'The page’s <form>',
    through: 'The form has been sent. Its answer is for the next page, not for the code of this one.',
    failed: 'The form got no answer.',
    sealed: 'The code of this page cannot look at it.',
  },
  beacon: {
    asker: 'The page’s beacon',
    through: 'The beacon has been sent. Nobody reads its answer.',
    failed: 'The beacon came to nothing, and the code does not learn of it.',
    sealed: 'The code of this page cannot look at it.',
  },
  eventsource: {
    asker: 'The page’s EventSource',
    through: 'The EventSource gets the answer.',
    refused: 'The EventSource takes no answer with such a status: it closes, with an error event.',
    failed: `The EventSource ${ERROR_EVENT}`,
  },
  websocket: {
    asker: 'The page’s WebSocket',
    through: 'The WebSocket is open.',
    failed: 'The WebSocket gets an error event and a close event, and no reason.',
  },
};

/** undefined for fetch() and XMLHttpRequest. */
export function doorWords(initiator: string): DoorWords | undefined {
  return Object.hasOwn(DOORS, initiator) ? DOORS[initiator] : undefined;
}
