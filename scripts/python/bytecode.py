"""
Runs in the Pyodide of a build: imports what a first answer needs, and writes the bytecode of all that this imported. It is never
checked against the text beside it, so that no date matters.
"""

import importlib
import json
import os
import py_compile
import shutil
import site
import sys
import zipfile
from importlib.util import cache_from_source

STANDARD_LIBRARY = f'/lib/python{sys.version_info.major}{sys.version_info.minor}.zip/'
SITE_PACKAGES = site.getsitepackages()[0] + '/'

# What an app.py or a settings.py is likely to import besides, as far as it is small.
LIKELY = (
    'base64', 'collections.abc', 'copy', 'dataclasses', 'datetime', 'decimal', 'enum', 'functools', 'hashlib', 'hmac', 'html',
    'itertools', 'json', 'logging', 'math', 'os', 'pathlib', 'random', 're', 'secrets', 'string', 'textwrap', 'time', 'typing',
    'urllib.parse', 'uuid', 'encodings.unicode_escape',
)  # fmt: skip


def write_bytecode(packs, target):
    """`packs`: ZIP files of packages by name. `target`: a ZIP file, whose folders have the names of the archives."""
    names = {}
    for pack, path in packs.items():
        with zipfile.ZipFile(path) as archive:
            names.update(dict.fromkeys(archive.namelist(), pack))
        shutil.unpack_archive(path, SITE_PACKAGES)
    importlib.invalidate_caches()
    for server in ('realm.flask_server', 'realm.django_server'):
        importlib.import_module(server).prepare()
    for name in LIKELY:
        importlib.import_module(name)
    with zipfile.ZipFile(target, 'w') as archive:
        for module in sorted(sys.modules.values(), key=lambda module: module.__name__):
            path = getattr(module, '__file__', None) or ''
            # Some are frozen into the interpreter.
            if not hasattr(module.__loader__, 'get_data'):
                continue
            if path.startswith(STANDARD_LIBRARY):
                archive.writestr(f'python_stdlib.zip/{path.removeprefix(STANDARD_LIBRARY)}c', _compile(module, path))
            elif path.startswith(SITE_PACKAGES):
                name = path.removeprefix(SITE_PACKAGES)
                archive.writestr(f'{names[name]}/{cache_from_source(name)}', _compile(module, path))


def _compile(module, path):
    """@returns bytecode of a module, whose tracebacks name the place at which it will be imported"""
    with open('/tmp/module.py', 'wb') as file:
        file.write(module.__loader__.get_data(path))
    unchecked = py_compile.PycInvalidationMode.UNCHECKED_HASH
    py_compile.compile('/tmp/module.py', '/tmp/module.pyc', dfile=path, doraise=True, invalidation_mode=unchecked)
    with open('/tmp/module.pyc', 'rb') as file:
        return file.read()
