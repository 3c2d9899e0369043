"""The ways out of the interpreter, closed: JavaScript, sockets, processes."""

import sys

_REMOVED = ('js', 'pyodide', 'pyodide_js', '_pyodide', '_pyodide_core', 'micropip')
_WORDS = 'There is no {} in this server: it runs in a sandbox.'


class _NoSuchModule:
    """Stands in front of every other finder."""

    @staticmethod
    def find_spec(name, path=None, target=None):
        if name.partition('.')[0] in _REMOVED:
            raise ModuleNotFoundError(_WORDS.format(f'module {name!r}'), name=name)


def close():
    """Is called once, when everything that the realm itself needs has been imported."""
    import os
    import socket

    for name in list(sys.modules):
        if name.partition('.')[0] in _REMOVED:
            del sys.modules[name]
    sys.meta_path[:] = [_NoSuchModule] + [
        finder for finder in sys.meta_path if 'pyodide' not in getattr(finder, '__module__', '').lower()
    ]

    def refuse(*_given, **_named):
        raise OSError(_WORDS.format('network'))

    for name in ('connect', 'connect_ex', 'bind', 'listen', 'sendto', 'sendmsg'):
        setattr(socket.socket, name, refuse)
    for name in ('create_connection', 'create_server', 'getaddrinfo', 'gethostbyname', 'gethostbyaddr'):
        setattr(socket, name, refuse)

    def no_process(*_given, **_named):
        raise OSError(_WORDS.format('other process'))

    os.system = no_process
