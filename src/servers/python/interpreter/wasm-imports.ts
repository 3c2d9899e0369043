/**
 * What Python may ask of JavaScript while it runs: files, the clock, chance, memory. Everything else that WebAssembly imports
 * (Pyodide's bridge to JavaScript, sockets, dynamic libraries, foreign functions, timers, processes) works while Python starts and
 * is closed for ever before the first line of a user's code: whatever that code finds in memory leads nowhere.
 */

/** Of `env`. Those of WASI are files and clocks, without exception. */
const OPEN = new Set([
  '__assert_fail',
  '_abort_js',
  '_Py_emscripten_runtime',
  '_Py_CheckEmscriptenSignals_Helper',
  '_PyEM_TrampolineCall_JS',
  '__call_sighandler',
  '_mmap_js',
  '_munmap_js',
  '_msync_js',
  '_tzset_js',
  '_gmtime_js',
  '_localtime_js',
  '_mktime_js',
  '_timegm_js',
  'emscripten_date_now',
  'emscripten_get_now',
  'emscripten_get_heap_max',
  'emscripten_resize_heap',
  '_emscripten_get_progname',
]);

/** System calls that are about files: `__syscall_openat`, `_stat64`, `_getdents64` … */
const FILES =
  /^__syscall_(ioctl|fcntl64|openat|faccessat|chdir|fchdir|f?chmod(at2)?|fchown(at|32)|dup3?|fdatasync|(new)?fstat(at|64)|l?stat64|f?truncate64|getcwd|getdents64|mkdirat|readlinkat|unlinkat|rmdir|renameat|symlinkat|f?statfs64|utimensat|fadvise64|fallocate|getuid32_js)$/;

const WASI = /^(proc_exit|environ_(sizes_)?get|fd_\w+|clock_\w+|random_get)$/;

/** Bytes of memory that Python can have; above it, MemoryError. */
const MOST_MEMORY = 512 * 2 ** 20;

/** What a call that fails is told where 0 would mean that it did not. */
const NOT_IMPLEMENTED = -52;
const UNKNOWN_HOST = -4;
const USUAL_UMASK = 0o22;

type Import = ((...given: never[]) => unknown) & { sig?: string };

type Instantiated = WebAssembly.WebAssemblyInstantiatedSource;

export interface StartedModule {
  exports: Record<string, unknown>;
  /** Closes what is not in the lists above. There is no way back. */
  closeImports(): void;
}

/** @returns Python's module when it has been instantiated in this worker, with imports that can be closed */
export function watchInstantiation(): Promise<StartedModule> {
  const { instantiate, instantiateStreaming } = WebAssembly;
  return new Promise((resolve) => {
    const watched =
      <Source>(make: (source: Source, imports?: WebAssembly.Imports) => Promise<Instantiated>) =>
      async (source: Source, imports?: WebAssembly.Imports): Promise<Instantiated> => {
        // Pyodide instantiates small modules of its own, with and without imports, before and at the same time.
        const env = imports?.env as Record<string, Import> | undefined;
        if (!env?._PyEM_TrampolineCall_JS) return make(source, imports);
        const closeImports = makeClosable(env);
        const made = await make(source, imports);
        Object.assign(WebAssembly, { instantiate, instantiateStreaming });
        resolve({ exports: made.instance.exports, closeImports });
        return made;
      };
    Object.assign(WebAssembly, {
      instantiate: watched<BufferSource>(instantiate),
      instantiateStreaming: watched<Response | PromiseLike<Response>>(instantiateStreaming),
    });
  });
}

function makeClosable(env: Record<string, Import>): () => void {
  let closed = false;
  for (const [name, original] of Object.entries(env)) {
    if (OPEN.has(name) || FILES.test(name) || WASI.test(name)) continue;
    const answer = refusalOf(name);
    const call = original as (...given: unknown[]) => unknown;
    const closable = (...given: unknown[]): unknown => (closed ? answer : call(...given));
    if (typeof original === 'function') env[name] = Object.assign(closable, original);
  }
  const grow = env.emscripten_resize_heap as unknown as (bytes: number) => boolean;
  env.emscripten_resize_heap = Object.assign(
    (bytes: number) => bytes >>> 0 <= MOST_MEMORY && grow(bytes),
    grow,
  ) as unknown as Import;
  return () => {
    closed = true;
  };
}

/** `null` is 0 for a number and no object for a reference: an error that Python has no words for, or nothing found. */
function refusalOf(name: string): number | null {
  if (name === '__syscall_umask_js') return USUAL_UMASK;
  if (name === 'getaddrinfo' || name === 'getnameinfo') return UNKNOWN_HOST;
  return name.startsWith('__syscall_') || name === '_emscripten_system' ? NOT_IMPLEMENTED : null;
}
