import { CommandError, type ShellWord } from './shell-words';

/** What a curl command asks for. */
export interface CurlCommand {
  urls: string[];
  /** Of -X. */
  method?: string;
  /** Of -H, as written. */
  headers: string[];
  /** Of -d and its relatives, joined as curl does it. */
  data?: string;
  isJson: boolean;
  /** -G: the data goes into the URL. */
  dataInUrl: boolean;
  include: boolean;
  head: boolean;
  verbose: boolean;
  silent: boolean;
  showError: boolean;
  /** -f */
  failOnError: boolean;
  follow: boolean;
  mostRedirects: number;
  user?: string;
  userAgent: string;
  referer?: string;
  compressed: boolean;
  /** Of -b: `name=value; …`. */
  cookies?: string;
  /** A cookie engine is on: -c, or -b with a file. */
  keepsCookies: boolean;
  /** Of -c. */
  cookieJar?: string;
  /** Of -o. */
  output?: string;
}

/** The curl that was compared with, to the byte. */
const CURL = 'curl/7.88.1';

type Flag = (command: CurlCommand) => void;
type Parameter = (command: CurlCommand, value: string, at: number) => void;
type Option = { flag: Flag } | { parameter: Parameter };

const flag = (set: Flag): Option => ({ flag: set });
const parameter = (set: Parameter): Option => ({ parameter: set });

const withData =
  (strips: boolean): Parameter =>
  (command, value, at) => {
    if (strips && value.startsWith('@')) throw new CommandError(`there is no file ${value.slice(1)} here to send`, at);
    command.data = command.data === undefined ? value : `${command.data}&${value}`;
  };

/** By long name; https://curl.se/docs/manpage.html */
const options: Record<string, Option> = {
  request: parameter((command, value) => void (command.method = value)),
  header: parameter((command, value, at) => {
    if (value.startsWith('@'))
      throw new CommandError(`there is no file ${value.slice(1)} here to read headers from`, at);
    command.headers.push(value);
  }),
  data: parameter(withData(true)),
  'data-ascii': parameter(withData(true)),
  'data-binary': parameter(withData(true)),
  'data-raw': parameter(withData(false)),
  'data-urlencode': parameter((command, value, at) => withData(false)(command, urlEncoded(value), at)),
  json: parameter((command, value, at) => {
    if (value.startsWith('@')) throw new CommandError(`there is no file ${value.slice(1)} here to send`, at);
    command.data = (command.data ?? '') + value;
    command.isJson = true;
  }),
  get: flag((command) => void (command.dataInUrl = true)),
  include: flag((command) => void (command.include = true)),
  head: flag((command) => void (command.head = true)),
  verbose: flag((command) => void (command.verbose = true)),
  silent: flag((command) => void (command.silent = true)),
  'show-error': flag((command) => void (command.showError = true)),
  fail: flag((command) => void (command.failOnError = true)),
  location: flag((command) => void (command.follow = true)),
  'max-redirs': parameter((command, value, at) => {
    if (!/^-?\d+$/.test(value))
      throw new CommandError('option --max-redirs: expected a proper numerical parameter', at);
    command.mostRedirects = Number(value) < 0 ? Infinity : Number(value);
  }),
  user: parameter((command, value, at) => {
    if (!value.includes(':'))
      throw new CommandError('expected name:password, there is nobody to ask for a password', at);
    command.user = value;
  }),
  'user-agent': parameter((command, value) => void (command.userAgent = value)),
  referer: parameter((command, value) => void (command.referer = value)),
  compressed: flag((command) => void (command.compressed = true)),
  cookie: parameter((command, value) => {
    if (value.includes('=')) command.cookies = command.cookies === undefined ? value : `${command.cookies};${value}`;
    else command.keepsCookies = true;
  }),
  'cookie-jar': parameter((command, value) => {
    command.cookieJar = value;
    command.keepsCookies = true;
  }),
  output: parameter((command, value) => void (command.output = value)),
  url: parameter((command, value) => void command.urls.push(value)),
  insecure: flag(() => undefined),
  globoff: flag(() => undefined),
  'no-buffer': flag(() => undefined),
  'http1.1': flag(() => undefined),
};

const letters: Record<string, string> = {
  X: 'request',
  H: 'header',
  d: 'data',
  G: 'get',
  i: 'include',
  I: 'head',
  v: 'verbose',
  s: 'silent',
  S: 'show-error',
  f: 'fail',
  L: 'location',
  u: 'user',
  A: 'user-agent',
  e: 'referer',
  b: 'cookie',
  c: 'cookie-jar',
  o: 'output',
  k: 'insecure',
  g: 'globoff',
  N: 'no-buffer',
};

/**
 * @param words all words of the command, `curl` first
 * @throws CommandError, in curl's own words where curl has some
 */
export function readOptions(words: readonly ShellWord[]): CurlCommand {
  const [program, ...rest] = words;
  if (program?.text !== 'curl') throw new CommandError('expected a command that starts with curl', program?.at ?? 0);
  const command: CurlCommand = {
    urls: [],
    headers: [],
    isJson: false,
    dataInUrl: false,
    include: false,
    head: false,
    verbose: false,
    silent: false,
    showError: false,
    failOnError: false,
    follow: false,
    mostRedirects: 50,
    userAgent: CURL,
    compressed: false,
    keepsCookies: false,
  };
  let onlyUrls = false;
  for (let word = rest.shift(); word; word = rest.shift()) {
    const { text, at } = word;
    if (onlyUrls || !text.startsWith('-') || text === '-') command.urls.push(text);
    else if (text === '--') onlyUrls = true;
    else if (text.startsWith('--')) readLong(text.slice(2), word, rest, command);
    else readShort(text, at, rest, command);
  }
  if (command.head && command.data !== undefined && !command.dataInUrl) {
    throw new CommandError('You can only select one HTTP request method! You asked for both POST and HEAD.', 0);
  }
  if (command.urls.length === 0) throw new CommandError('no URL specified', program.at);
  return command;
}

function readLong(name: string, word: ShellWord, rest: ShellWord[], command: CurlCommand): void {
  const option = optionOf(name, `--${name}`, word.at);
  if ('flag' in option) return option.flag(command);
  const value = rest.shift();
  if (!value) throw new CommandError(`option --${name}: requires parameter`, word.at);
  option.parameter(command, value.text, value.at);
}

/** Letters in one word are options, until one of them takes the rest of the word as its parameter. */
function readShort(text: string, at: number, rest: ShellWord[], command: CurlCommand): void {
  for (let index = 1; index < text.length; index++) {
    const letter = text.charAt(index);
    const option = optionOf(letters[letter] ?? '', text.length > 2 ? text : `-${letter}`, at);
    if ('flag' in option) {
      option.flag(command);
      continue;
    }
    const attached = text.slice(index + 1);
    const value = attached ? { text: attached, at: at + index + 1 } : rest.shift();
    if (!value) throw new CommandError(`option ${text}: requires parameter`, at);
    return option.parameter(command, value.text, value.at);
  }
}

function optionOf(name: string, written: string, at: number): Option {
  const option = Object.hasOwn(options, name) ? options[name] : undefined;
  if (!option) throw new CommandError(`option ${written}: is unknown`, at);
  return option;
}

/** `content`, `=content` or `name=content`, of which the content is encoded. */
function urlEncoded(value: string): string {
  const equals = value.indexOf('=');
  const name = equals < 1 ? '' : `${value.slice(0, equals)}=`;
  const content = equals < 0 ? value : value.slice(equals + 1);
  const encoded = encodeURIComponent(content).replace(
    /[!'()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return name + encoded.replaceAll('%20', '+');
}
