/**
 * What Python code may try to get out of its sandbox, for the tests of both hosts. Each is the body of a function: it raises, or
 * returns what it got hold of. `None`, `''`, `[]` and the like are nothing.
 */

const bodies = {
  'import js': `
    import js
    return js.fetch`,
  'import pyodide': `
    import pyodide
    return pyodide.__version__`,
  'pyodide.http': `
    from pyodide.http import open_url
    return open_url('https://example.com/').read()`,
  'pyodide.code.run_js': `
    from pyodide.code import run_js
    return run_js('1 + 1')`,
  pyodide_js: `
    import pyodide_js
    return pyodide_js.FS`,
  'importlib, past every finder': `
    import importlib.machinery, importlib.util
    spec = importlib.machinery.BuiltinImporter.find_spec('_pyodide_core') or importlib.machinery.ModuleSpec(
        '_pyodide_core', importlib.machinery.BuiltinImporter)
    module = importlib.util.module_from_spec(spec)
    return [module.raw_call(number) for number in range(50)]`,
  'pyodide from its file': `
    import importlib.util, zipimport, sys
    for place in sys.path:
        try:
            found = zipimport.zipimporter(place).load_module('pyodide')
        except Exception:
            continue
        return found.code.run_js('1 + 1')`,
  'sys.modules': `
    import sys
    return [name for name in sys.modules if name.split('.')[0] in ('js', 'pyodide_js', 'pyodide', '_pyodide_core')]`,
  'every object that the garbage collector knows': `
    import gc
    reached = []
    around = gc.get_objects()
    for _ in range(2):
        around = list({id(thing): thing for thing in gc.get_referents(*around)}.values())
    kinds = {kind for kind in map(type, around) if any(base.__name__ == 'JsProxy' for base in kind.__mro__)}
    proxies = [thing for thing in around if type(thing) in kinds]
    for proxy in proxies:
        for name in ('constructor', 'fetch', 'postMessage', 'globalThis', 'scheduleCallback', 'FS', 'runPython'):
            try:
                reached.append(getattr(proxy, name))
            except (Exception, SystemError):
                pass
        for use in (lambda: proxy('return this'), proxy.object_keys, proxy.to_py, lambda: proxy[0], lambda: proxy.new()):
            try:
                reached.append(use())
            except (Exception, SystemError):
                pass
    return [thing for thing in reached if thing]`,
  'every subclass of object': `
    def walk(kind):
        yield kind
        for child in type.__subclasses__(kind):
            yield from walk(child)
    for kind in set(walk(object)):
        if kind.__name__ in ('JsProxy', 'JsBuffer', 'JsDomElement'):
            return kind().constructor`,
  'the frames below': `
    import sys
    frame = sys._getframe()
    found = []
    while frame:
        found += [name for name in (*frame.f_globals, *frame.f_locals) if name in ('js', 'pyodide', 'pyodide_js')]
        frame = frame.f_back
    return found`,
  'a C function by its name': `
    import ctypes
    return ctypes.CDLL(None).emscripten_run_script_int(b'1 + 1')`,
  'the C API': `
    import ctypes
    return ctypes.pythonapi.PyRun_SimpleString(b'1')`,
  'a C function by its number': `
    import ctypes
    return [ctypes.CFUNCTYPE(ctypes.c_int)(number)() for number in range(1, 50)]`,
  'a dynamic library': `
    import _ctypes
    return _ctypes.dlopen('/srv/x.so', 0)`,
  'socket.create_connection': `
    import socket
    return socket.create_connection(('127.0.0.1', 80))`,
  'a raw socket': `
    import _socket
    raw = _socket.socket(_socket.AF_INET, _socket.SOCK_STREAM)
    return raw.connect(('127.0.0.1', 80)) or 'connected'`,
  'a raw socket that sends': `
    import _socket
    raw = _socket.socket(_socket.AF_INET, _socket.SOCK_DGRAM)
    return raw.sendto(b'x', ('127.0.0.1', 53))`,
  'the name of a host': `
    import _socket
    return _socket.getaddrinfo('example.com', 80)`,
  urllib: `
    from urllib.request import urlopen
    return urlopen('http://127.0.0.1/').read()`,
  'http.client': `
    from http.client import HTTPSConnection
    connection = HTTPSConnection('example.com')
    connection.request('GET', '/')
    return connection.getresponse().status`,
  'asyncio.open_connection': `
    import asyncio
    return asyncio.run(asyncio.open_connection('127.0.0.1', 80))`,
  'something for later': `
    import asyncio
    done = []
    loop = asyncio.new_event_loop()
    loop.call_later(0, done.append, 1)
    loop.run_until_complete(asyncio.sleep(0.01))
    return done and loop.time and getattr(loop, '_ready', None) is None`,
  'another process': `
    import subprocess
    return subprocess.run(['ls'], capture_output=True).stdout`,
  'os.system': `
    import os
    return os.system('ls') == 0`,
  posix_system: `
    import posix
    return posix.system('ls') == 0`,
  'os.fork': `
    import os
    return os.fork()`,
  'os.execv': `
    import os
    return os.execv('/bin/sh', ['sh'])`,
  'a thread': `
    import threading
    thread = threading.Thread(target=print)
    thread.start()
    return thread`,
  'a pool of processes': `
    import multiprocessing
    return multiprocessing.Pool(1)`,
  'the files of the machine': `
    import os
    return [path for path in ('/etc/passwd', '/root', '/proc/1', '/Users', 'C:/') if os.path.exists(path)]`,
  'the environment of the machine': `
    import os
    return [name for name in os.environ if name in ('PATH', 'USERNAME', 'SHELL', 'NODE_ENV', 'CHROME_PATH')
            and os.environ[name] != '/']`,
  'a change to the realm’s files': `
    with open('/lib/realm/turns.py', 'a') as file:
        file.write('x')
    return 'changed'`,
  'a change through a memory map': `
    import mmap
    with open('/lib/realm/turns.py', 'r+b') as file:
        map = mmap.mmap(file.fileno(), 0)
        map[0:3] = b'xxx'
        map.flush()
    return open('/lib/realm/turns.py').read(3) == 'xxx'`,
  'a new file among the packages': `
    import site
    return open(site.getsitepackages()[0] + '/sitecustomize.py', 'w')`,
  'a file moved among the packages': `
    import os, site
    open('/srv/evil.py', 'w').close()
    return os.rename('/srv/evil.py', site.getsitepackages()[0] + '/flask/evil.py') or 'moved'`,
  'a package moved away': `
    import os, site
    return os.rename(site.getsitepackages()[0] + '/flask', '/srv/flask') or 'moved'`,
  'a package removed': `
    import shutil, site
    return shutil.rmtree(site.getsitepackages()[0] + '/flask') or 'removed'`,
  'a link among the packages': `
    import os, site
    return os.symlink('/srv', site.getsitepackages()[0] + '/evil') or 'linked'`,
  'a file shortened': `
    import os
    return os.truncate('/lib/realm/turns.py', 0) or 'shortened'`,
  'a mode changed': `
    import os
    return os.chmod('/lib/realm/turns.py', 0) or 'changed'`,
  'a device of its own': `
    import os
    return os.mknod('/srv/tty', 0o020666, os.makedev(64, 1)) or 'made'`,
  'a timer of the machine': `
    import signal
    fired = []
    signal.signal(signal.SIGALRM, lambda *_: fired.append(1))
    signal.setitimer(signal.ITIMER_REAL, 0.001)
    for _ in range(200000):
        pass
    return fired`,
} satisfies Record<string, string>;

export const attempts: readonly [what: string, code: string][] = Object.entries(bodies).map(([what, body]) => [
  what,
  [
    'import warnings',
    'warnings.simplefilter("ignore")',
    'def attempt():',
    body.replace(/^\n/, ''),
    'try:',
    '    out = attempt()',
    '    said = f"out: {out!r}" if out else "held: nothing"',
    'except BaseException as error:',
    '    said = f"held: {type(error).__name__}"',
    'print(said)',
    '',
  ].join('\n'),
]);
