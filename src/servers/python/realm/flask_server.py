"""app.py: found as `flask run` finds it, or a snippet on an app that is already there."""

import inspect
import os
import sys
import types

from realm import places
from realm.fresh import HOME

PATH = HOME + '/app.py'


def prepare():
    """What a first answer needs, imported and run once before any user waits for it."""
    import flask
    import flask_cors

    from realm import example_routes

    app = flask.Flask('warm')
    flask_cors.CORS(app)
    example_routes.add(app)
    app.test_client().get('/users', headers={'Origin': 'https://app.example.com'})


def load(code, on_exception):
    """The WSGI application that the code makes. Its exceptions are told, whoever answers for them."""
    import flask

    from realm import example_routes

    os.environ['FLASK_RUN_FROM_CLI'] = 'true'
    with open(PATH, 'w', encoding='utf-8') as file:
        file.write(code)
    places.watch(PATH)
    flask.got_request_exception.connect(lambda _app, exception: on_exception(exception), weak=False)
    module = types.ModuleType('app')
    module.__file__ = PATH
    sys.modules['app'] = module
    offered = flask.Flask('app')
    module.app = offered
    for name in ('Flask', 'Blueprint', 'abort', 'jsonify', 'make_response', 'redirect', 'request', 'Response'):
        setattr(module, name, getattr(flask, name))
    exec(compile(code, PATH, 'exec', dont_inherit=True), module.__dict__)
    own = _own_app(module, offered, flask.Flask)
    if own is not None:
        return own
    example_routes.add(offered)
    return offered


def _own_app(module, offered, kind):
    for name in ('app', 'application'):
        found = getattr(module, name, None)
        if found is not offered and (isinstance(found, kind) or (callable(found) and not inspect.isclass(found))):
            return found
    for found in vars(module).values():
        if isinstance(found, kind) and found is not offered:
            return found
    for name in ('create_app', 'make_app'):
        factory = getattr(module, name, None)
        if inspect.isfunction(factory):
            return factory()
    return None
