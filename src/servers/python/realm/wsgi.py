"""One request through a WSGI application, as a server such as gunicorn hands it over (PEP 3333)."""

import io
import sys
from urllib.parse import unquote_to_bytes, urlsplit

from realm import places

INTERNAL_SERVER_ERROR = b"""<!doctype html>
<html lang=en>
<title>500 Internal Server Error</title>
<h1>Internal Server Error</h1>
<p>The server encountered an internal error and was unable to complete your request. \
Either the server is overloaded or there is an error in the application.</p>
"""


def to_environ(request):
    url = urlsplit(request['url'])
    body = request['body'] or b''
    secure = url.scheme == 'https'
    environ = {
        'REQUEST_METHOD': request['method'],
        'SCRIPT_NAME': '',
        'PATH_INFO': unquote_to_bytes(url.path or '/').decode('latin-1'),
        'QUERY_STRING': url.query,
        'REQUEST_URI': (url.path or '/') + ('?' + url.query if url.query else ''),
        'SERVER_NAME': url.hostname or '',
        'SERVER_PORT': str(url.port or (443 if secure else 80)),
        'SERVER_PROTOCOL': 'HTTP/1.1',
        'REMOTE_ADDR': '127.0.0.1',
        'REMOTE_PORT': '50000',
        'HTTP_HOST': url.netloc.rpartition('@')[2],
        'wsgi.version': (1, 0),
        'wsgi.url_scheme': url.scheme,
        'wsgi.input': io.BytesIO(body),
        'wsgi.input_terminated': True,
        'wsgi.errors': sys.stderr,
        'wsgi.multithread': True,
        'wsgi.multiprocess': False,
        'wsgi.run_once': False,
    }
    seen = set()
    for name, value in request['headers']:
        if '_' in name:
            continue
        key = name.upper().replace('-', '_')
        if key not in ('CONTENT_TYPE', 'CONTENT_LENGTH'):
            key = 'HTTP_' + key
        environ[key] = f'{environ[key]},{value}' if key in seen else value
        seen.add(key)
    if body and 'CONTENT_LENGTH' not in environ:
        environ['CONTENT_LENGTH'] = str(len(body))
    return environ


class Answer:
    """What the application said with start_response, and the body it gave."""

    def __init__(self):
        self.status = None
        self.headers = []
        self.parts = []

    def start(self, status, headers, exc_info=None):
        if exc_info is None and self.status is not None:
            raise AssertionError('Headers already set!')
        self.status = status
        self.headers = list(headers)
        return self.parts.append


def call(application, request):
    """The answer in the protocol's shape, and the exception that the application let through, if any."""
    answer = Answer()
    failure = None
    try:
        given = application(to_environ(request), answer.start)
        try:
            for part in given:
                answer.parts.append(bytes(part))
        finally:
            if hasattr(given, 'close'):
                given.close()
        if answer.status is None:
            raise AssertionError('The application never called start_response().')
    except Exception as error:
        failure = error
        print(places.printed(error), file=sys.stderr)
        answer.status = '500 INTERNAL SERVER ERROR'
        answer.headers = [
            ('Content-Type', 'text/html; charset=utf-8'),
            ('Content-Length', str(len(INTERNAL_SERVER_ERROR))),
        ]
        answer.parts = [INTERNAL_SERVER_ERROR]
    code, _, reason = answer.status.partition(' ')
    has_body = request['method'] != 'HEAD' and int(code) >= 200 and int(code) not in (204, 304)
    return {
        'status': int(code),
        'statusText': reason,
        'headers': [[name, value] for name, value in answer.headers],
        'body': b''.join(answer.parts) if has_body else b'',
    }, failure
