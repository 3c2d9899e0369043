/** What the page loads, from Vite's manifest. Sizes are bytes, gzipped. */

/** The editor: the modules that bring Monaco in, and Monaco's workers. */
const editorModule = /monaco/i;
const editorWorker = /\.worker-[^/]*\.js$/;

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
 * @param {Record<string, number>} sizes of every script in dist/, and of every HTML file besides index.html (they hold scripts of the sandbox)
 * @returns what each file counts for, largest first, and the two sums. A file counts for the first verdict unless it is
 *   the editor's alone: a new file is never forgotten.
 */
export function weigh(manifest, sizes) {
  const entries = Object.keys(manifest).filter((key) => manifest[key].isEntry);
  const initialFiles = reachable(manifest, entries, () => false);
  const page = reachable(manifest, entries, (key) => !editorModule.test(key));
  const editor = reachable(
    manifest,
    Object.keys(manifest).filter((key) => editorModule.test(key)),
    () => true,
  );
  const phaseOf = (file) => {
    if (initialFiles.has(file)) return 'initial';
    if (editorWorker.test(file) || (editor.has(file) && !page.has(file))) return 'editor';
    return 'first verdict';
  };
  const files = Object.entries(sizes)
    .map(([file, size]) => ({ file, size, phase: phaseOf(file) }))
    .sort((one, other) => other.size - one.size);
  const sum = (...phases) => files.reduce((total, { size, phase }) => total + (phases.includes(phase) ? size : 0), 0);
  return { files, initial: sum('initial'), firstVerdict: sum('initial', 'first verdict') };
}
