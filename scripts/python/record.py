"""
Records what the published packages answer under native Python, for src/sandbox/node/python-as-native.test.ts.

    python3 -m venv .cache/venv
    .cache/venv/bin/pip install --find-links src/servers/python/wheels flask==… flask-cors==… django==… django-cors-headers==…
    .cache/venv/bin/python scripts/python/record.py

Reads src/servers/python/vectors/configurations.json (code by name, and the requests that each is asked), writes answers.json
beside it. Every configuration runs in a process of its own, and through Werkzeug's own client side of WSGI.
"""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2] / 'src/servers/python'
VECTORS = ROOT / 'vectors'
ORIGIN = 'https://api.example.com'


def load_flask(code):
    namespace = {'__name__': 'app', '__file__': 'app.py'}
    exec(compile(code, 'app.py', 'exec'), namespace)
    return namespace['app']


def load_django(code):
    project = Path(tempfile.mkdtemp())
    package = project / 'mysite'
    package.mkdir()
    for file in (ROOT / 'mysite').glob('*.py'):
        (package / file.name).write_text(file.read_text())
    (package / 'settings.py').write_text('from mysite.base_settings import *\n' + code)
    sys.path.insert(0, str(project))
    os.environ['DJANGO_SETTINGS_MODULE'] = 'mysite.settings'
    from django.core.wsgi import get_wsgi_application

    return get_wsgi_application()


def ask(application, request):
    from werkzeug.test import EnvironBuilder, run_wsgi_app

    path, _, query = request['path'].partition('?')
    builder = EnvironBuilder(
        method=request['method'],
        path=path,
        query_string=query,
        base_url=ORIGIN,
        headers=request['headers'],
        data=request.get('body'),
    )
    _, status, headers = run_wsgi_app(application, builder.get_environ(), buffered=True)
    return {'status': int(status.split(' ')[0]), 'headers': list(headers.items(lower=False))}


def record_one(kind, name):
    given = json.loads((VECTORS / 'configurations.json').read_text())
    application = {'flask': load_flask, 'django': load_django}[kind](given[kind][name])
    print(json.dumps([ask(application, request) for request in given['requests']]))


def main():
    given = json.loads((VECTORS / 'configurations.json').read_text())
    recorded = {}
    for kind in ('flask', 'django'):
        recorded[kind] = {}
        for name in given[kind]:
            run = subprocess.run(
                [sys.executable, __file__, kind, name],
                check=True,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env={**os.environ, 'PYTHONHASHSEED': '0'},
            )
            recorded[kind][name] = json.loads(run.stdout)
    rows = ',\n'.join(
        f'"{kind}": {{\n'
        + ',\n'.join(
            f'{json.dumps(name)}: [\n' + ',\n'.join(json.dumps(answer) for answer in answers) + '\n]'
            for name, answers in of_kind.items()
        )
        + '\n}'
        for kind, of_kind in recorded.items()
    )
    (VECTORS / 'answers.json').write_text('{' + rows + '}\n')


if __name__ == '__main__':
    record_one(*sys.argv[1:]) if len(sys.argv) > 1 else main()
