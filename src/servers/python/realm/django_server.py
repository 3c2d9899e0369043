"""settings.py in a small project whose other files are fixed, served as a WSGI server serves it, with Django's own checks."""

import importlib
import os
import re
import sys
import types

from realm import effects, lines, places
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


def load(code, emit, on_exception):
    """The WSGI application of the project with these settings. Its exceptions are told, whoever answers for them."""
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
    for line, name in lines.strings_for_lists(settings, code):
        message = f'{name} is one string, and each of its letters an entry; a list stands in brackets'
        effects.note(emit, line, message)
    os.environ['DJANGO_SETTINGS_MODULE'] = 'mysite.settings'
    try:
        from django.core.signals import got_request_exception
        from django.core.wsgi import get_wsgi_application

        got_request_exception.connect(lambda **_: on_exception(sys.exception()), weak=False)
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
    """
    What `manage.py runserver` prints before it starts. With an error it would not: here the application answers all the same, as
    it does for gunicorn, which does not run the checks.
    """
    from django.core import checks

    errors = {}
    for message in checks.run_checks():
        if message.is_silenced():
            continue
        is_error = message.level >= checks.ERROR
        line = next((at for at in _lines_for(str(message), code)), None)
        place = {'line': line} if line else {}
        level = 'error' if is_error else 'warn'
        emit({'type': 'console', 'level': level, 'text': f'System check: {message}', **place})
        if is_error:
            errors.setdefault((message.id, line), []).append(f'({message.id}) {message.msg}')
    # A string in place of a list has an error for each of its letters.
    for (_, line), messages in errors.items():
        more = f' (and {len(messages) - 1} more like it)' if len(messages) > 1 else ''
        about = {'name': 'SystemCheckError', 'message': messages[0] + more}
        emit({'type': 'problem', 'error': {**about, 'line': line} if line else about})
    if errors:
        text = 'runserver does not start with such an error. A server that runs no checks, such as gunicorn, does, and so it goes on here.'
        emit({'type': 'console', 'level': 'warn', 'text': text})


def _lines_for(message, code):
    for word in re.findall(r"'([^']+)'|\b([A-Z][A-Z_]{3,})\b", message):
        line = _line_of(word[0] or word[1], code)
        if line:
            yield line
