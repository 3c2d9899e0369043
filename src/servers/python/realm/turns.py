"""A server in this interpreter, in turns: an order is read from the door, and what came of it is written there."""

import contextvars
import importlib
import json
import shutil
import site
import sys
import time
import warnings

from realm import closed, django_server, flask_server, fresh, lines, places, wsgi
from realm.effects import Effects, Flood, note
from realm.output import Output

DOOR = '/dev/realm'

_realm = None


class Realm:
    """A server from its start to its end."""

    def __init__(self, program):
        self.program = program
        self.effects = Effects()
        self.context = contextvars.Context()
        self.application = None
        self.raised = []
        self.lines_of = lines.of_settings if program['framework'] == 'django' else lines.of_app

    def turn(self, deliveries):
        try:
            for delivery in deliveries:
                self.context.run(self.deliver, delivery)
            for stream in (sys.stdout, sys.stderr):
                stream.flush_all()
        except Flood:
            pass
        kind = 'flood' if self.effects.flooded else 'turn'
        return {'type': kind, 'effects': self.effects.take()}

    def deliver(self, delivery):
        kind = delivery['type']
        if kind == 'start':
            self.start()
        elif kind == 'timer':
            self.effects.fired(delivery['id'])
        elif kind == 'request' and self.application is not None:
            # As in a thread of its own.
            contextvars.copy_context().run(self.answer, delivery)

    def start(self):
        try:
            fresh.begin(self.program['env'])
            self.warn_of_joined_origins()
            if self.program['framework'] == 'django':
                self.application = django_server.load(self.program['code'], self.effects.emit, self.raised.append)
            else:
                self.application = flask_server.load(self.program['code'], self.raised.append)
        except (Exception, SystemExit, KeyboardInterrupt) as error:
            about = places.describe(error)
            line = getattr(error, 'settings_line', None)
            if line:
                about.setdefault('line', line)
            if isinstance(error, Exception):
                place = {'line': about['line']} if 'line' in about else {}
                self.effects.emit({'type': 'console', 'level': 'error', 'text': places.printed(error), **place})
            self.effects.emit({'type': 'settled', 'error': about})
            return
        self.effects.emit({'type': 'settled'})

    def warn_of_joined_origins(self):
        try:
            found = list(lines.joined_origins(self.program['code']))
        except SyntaxError:
            # Running it will tell.
            return
        for line, value in found:
            note(self.effects.emit, line, f'no comma between two strings makes them one: {value!r}')

    def answer(self, delivery):
        self.raised.clear()
        answer, failure = wsgi.call(self.application, delivery['request'])
        sys.stdout.flush_all()
        sys.stderr.flush_all()
        self.tell_of_exceptions(failure)
        decided = self.lines_of(self.program['code'], answer['headers'])
        if decided:
            answer['headerLines'] = decided
        self.effects.emit({'type': 'answer', 'id': delivery['id'], 'answer': answer})

    def tell_of_exceptions(self, failure):
        """What the framework answered with a 500, where it comes from the user's code; and what it let through."""
        for error in self.raised:
            about = places.describe(error)
            if error is not failure and 'line' in about:
                self.effects.emit({'type': 'problem', 'error': about})
        if failure is not None:
            self.effects.emit({'type': 'problem', 'error': places.describe(failure)})


def install(framework):
    """Unpacks a framework and imports it. The interpreter as it is then is what every server begins with."""
    shutil.unpack_archive(f'/packs/{framework}.zip', site.getsitepackages()[0])
    importlib.invalidate_caches()
    {'flask': flask_server, 'django': django_server}[framework].prepare()
    closed.close()


def open_realm(text):
    global _realm
    _realm = Realm(json.loads(text))
    sys.stdout = Output('log', _realm.effects.emit)
    sys.stderr = Output('error', _realm.effects.emit)
    time.sleep = _realm.effects.sleep
    warnings.simplefilter('default')


def turn(text):
    message = json.loads(text, object_hook=_to_bytes)
    return json.dumps(_realm.turn(message['turn']['deliver']), default=_from_bytes)


_ORDERS = {'install': install, 'open': open_realm, 'turn': turn}


def step():
    with open(DOOR, 'r+b', buffering=0) as door:
        order, _, text = door.readall().decode().partition(' ')
        door.write((_ORDERS[order](text) or '').encode())


def _to_bytes(value):
    return value['$bytes'].encode('latin-1') if set(value) == {'$bytes'} else value


def _from_bytes(value):
    return {'$bytes': bytes(value).decode('latin-1')}
