/** What the page loads, from Vite's manifest. Sizes are bytes, gzipped. */

/**
 * Modules that are imported later than the first verdict, or not at all: the rich editor, the lessons, editors and panels
 * of what the first case does not show, servers it does not have, the browsers that it does not ask, and the compilers that only
 * some code asks for. A browser test holds this against what is really loaded.
 */
const onDemand = [
  /monaco/i,
  /src\/scenario\/presets\/index|_presets-/,
  /LessonScreen/i,
  /src\/lessons\//i,
  /RichEditor/i,
  /node_modules\/(acorn|sucrase)\//i,
  /_acorn-/i,
  /open-scope/i,
  /realm\/syntax\//i,
  /src\/simulation\/(curl\/|cors-extension)/i,
  /src\/engine\/profiles\/(firefox|webkit|standard)\./i,
  /src\/servers\/(cdn|headers|nginx|proxy|python)\//i,
  /(editor\/|_)(highlight-(nginx|python|shell)|finding-headers)/i,
  /sandbox\/page\/python/i,
  /simulation\/native-client/i,
  /features\/timeline\//i,
  /header-rules\/HeaderRules/i,
  /server\/(ProxyEditor|PythonFiles|PythonStatus|ServerSettings|starters)/i,
  /client\/(VisitPicker|switch-client)/i,
  /(app\/|_)(after-first-run|open-link|share-link|ShareLine|keep-focus|PageHead)/i,
  /inspector\/(Inspector\.tsx|(Network|Console|ServerLog|State)Panel|RowReading|words\/)/i,
  /src\/explain\/(message\/|reading|typeset|compare|marks)|_marks-/i,
  /src\/features\/(compare|repair|review|truth)\//i,
  /src\/review\//i,
  /app\/DemonstrationNotice/i,
  /verdict\/WayToHelp/i,
];
/** @param {string} key of a module */
const isOnDemand = (key) => onDemand.some((pattern) => pattern.test(key));
/**
 * The editor's workers, the frame's script for hosts that spoil its own, and the page's runtime with a DOM, which only code
 * that mentions some of it asks for.
 */
const onceAsked = /\.worker-[^/]*\.js$|realm-entry-(?:with-doors|nginx)|^sandbox-frame\.js$/;

export const limits = { initial: 150_000, firstVerdict: 350_000 };

/** The chunks that `keys` need: their static imports, and what those import later where `follow` says so. */
function reachable(manifest, keys, follow) {
  const seen = new Set();
  const visit = (key) => {
    const chunk = manifest[key];
    if (!chunk || seen.has(key)) return;
    seen.add(key);
    chunk.imports?.forEach(visit);
    chunk.dynamicImports?.filter(follow).forEach(visit);
  };
  keys.forEach(visit);
  return new Set([...seen].map((key) => manifest[key].file));
}

/**
 * @param {Record<string, { file: string, isEntry?: boolean, imports?: string[], dynamicImports?: string[] }>} manifest
 * @param {Record<string, number>} sizes of every script in dist/, and of every HTML file besides index.html (they hold
 *   scripts of the sandbox and the wire)
 * @returns what each file counts for, largest first, and the two sums. A file counts for the first verdict unless only
 *   modules on demand import it: a new file is never forgotten.
 */
export function weigh(manifest, sizes) {
  const keys = Object.keys(manifest);
  const entries = keys.filter((key) => manifest[key].isEntry);
  const initialFiles = reachable(manifest, ['index.html'], () => false);
  const page = reachable(manifest, entries, (key) => !isOnDemand(key));
  const later = reachable(manifest, keys.filter(isOnDemand), () => true);
  const phaseOf = (file) => {
    if (initialFiles.has(file)) return 'initial';
    if (onceAsked.test(file) || (later.has(file) && !page.has(file))) return 'later';
    return 'first verdict';
  };
  const files = Object.entries(sizes)
    .map(([file, size]) => ({ file, size, phase: phaseOf(file) }))
    .sort((one, other) => other.size - one.size);
  const sum = (...phases) => files.reduce((total, { size, phase }) => total + (phases.includes(phase) ? size : 0), 0);
  return { files, initial: sum('initial'), firstVerdict: sum('initial', 'first verdict') };
}
