"""settings.py in a small project whose other files are fixed, served as a WSGI server serves it, with Django's own checks."""

import importlib
import os
import re
import sys
import types

from realm import places
from realm.fresh import HOME

PATH = HOME + '/mysite/settings.py'
FIXED = '/lib/realm_project/mysite'

_NEEDED = (
    'corsheaders.apps',
    'corsheaders.checks',
    'corsheaders.defaults',
    'corsheaders.middleware',
    'django.conf.urls',
    'django.core.cache.backends.locmem',
    'django.core.management.commands.makemigrations',
    'django.core.management.commands.migrate',
    'django.core.wsgi',
    'django.middleware.clickjacking',
    'django.middleware.common',
    'django.middleware.csrf',
    'django.middleware.security',
    'django.shortcuts',
    'django.template.loader_tags',
    'django.templatetags.i18n',
    'django.utils.translation.reloader',
    'django.views.csrf',
    'django.views.debug',
    'django.views.decorators.csrf',
    'django.views.defaults',
)


def prepare():
    """Imports what a first answer needs, so that no user waits for it."""
    for name in _NEEDED:
        importlib.import_module(name)


def load(code, emit):
    """The WSGI application of the project with these settings."""
    os.makedirs(os.path.dirname(PATH))
    for name in os.listdir(FIXED):
        with open(f'{FIXED}/{name}') as file, open(f'{HOME}/mysite/{name}', 'w') as copy:
            copy.write(file.read())
    with open(PATH, 'w', encoding='utf-8') as file:
        file.write(code)
    # Time stands still, so that folders do not look changed.
    importlib.invalidate_caches()
    places.watch(PATH)
    settings = _run_settings(code)
    os.environ['DJANGO_SETTINGS_MODULE'] = 'mysite.settings'
    try:
        from django.core.wsgi import get_wsgi_application

        application = get_wsgi_application()
    except Exception as error:
        raise _at_its_line(error, code)
    _check(settings, code, emit)
    return application


def _run_settings(code):
    """The module mysite.settings. What it does not say itself is as in base_settings.py."""
    package = importlib.import_module('mysite')
    base = importlib.import_module('mysite.base_settings')
    module = types.ModuleType('mysite.settings')
    module.__file__ = PATH
    module.__package__ = 'mysite'
    for name in dir(base):
        if name.isupper():
            value = getattr(base, name)
            setattr(module, name, list(value) if isinstance(value, list) else value)
    sys.modules['mysite.settings'] = module
    package.settings = module
    exec(compile(code, PATH, 'exec', dont_inherit=True), module.__dict__)
    return module


def _at_its_line(error, code):
    """The same exception, with the line that names what it complains about where it did not happen in the settings."""
    if 'line' in places.describe(error):
        return error
    quoted = re.findall(r"""['"]([\w.]+)['"]""", str(error))
    capitals = re.findall(r'\b[A-Z][A-Z_]{3,}\b', str(error))
    # "Module "a" does not define a "B"": the settings say a.B.
    for word in (getattr(error, 'name', None), '.'.join(quoted), *quoted, *capitals):
        line = word and _line_of(word, code)
        if line:
            error.settings_line = line
            return error
    return error


def _line_of(word, code):
    for number, text in enumerate(code.split('\n'), 1):
        if re.search(rf'(?<![\w]){re.escape(word)}(?![\w])', text.partition('#')[0]):
            return number
    return None


def _check(settings, code, emit):
    """What `manage.py runserver` prints before it starts."""
    from django.core import checks

    found = [message for message in checks.run_checks() if not message.is_silenced()]
    for message in found:
        level = 'error' if message.level >= checks.ERROR else 'warn'
        line = next((at for at in _lines_for(str(message), code)), None)
        place = {'line': line} if line else {}
        emit({'type': 'console', 'level': level, 'text': f'System check: {message}', **place})
        if level == 'error':
            about = {'name': 'SystemCheckError', 'message': f'({message.id}) {message.msg}', **place}
            emit({'type': 'problem', 'error': about})


def _lines_for(message, code):
    for word in re.findall(r"'([^']+)'|\b([A-Z][A-Z_]{3,})\b", message):
        line = _line_of(word[0] or word[1], code)
        if line:
            yield line
