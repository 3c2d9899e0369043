"""Makes the interpreter as it was before a server ran in it: modules, environment, logging, warnings, caches."""

import contextlib
import functools
import gc
import linecache
import logging
import os
import random
import shutil
import sys
import warnings

HOME = '/srv'

_start = {}
_caches = []


def remember():
    """Is called once, when the packages have been imported and no code of a user has run."""
    _start.update(
        modules=set(sys.modules),
        environ=dict(os.environ),
        path=list(sys.path),
        loggers={name: _logger_state(logging.getLogger(name)) for name in logging.root.manager.loggerDict},
        root=_logger_state(logging.root),
        filters=list(warnings.filters),
    )
    _caches[:] = [found for found in gc.get_objects() if type(found) is functools._lru_cache_wrapper]


def begin(env):
    os.makedirs(HOME, exist_ok=True)
    os.chdir(HOME)
    os.environ.update(env)
    sys.path.insert(0, HOME)
    random.seed(0)


def restore():
    for name in set(sys.modules) - _start['modules']:
        module = sys.modules[name]
        if (getattr(module, '__file__', None) or HOME).startswith(HOME):
            del sys.modules[name]
    for name in set(os.environ) - set(_start['environ']):
        del os.environ[name]
    os.environ.update(_start['environ'])
    sys.path[:] = _start['path']
    for name in list(logging.root.manager.loggerDict):
        _restore_logger(logging.getLogger(name), _start['loggers'].get(name, _NEW_LOGGER))
    _restore_logger(logging.root, _start['root'])
    warnings.filters[:] = _start['filters']
    for cache in _caches:
        cache.cache_clear()
    linecache.clearcache()
    os.chdir('/')
    with contextlib.suppress(FileNotFoundError):
        shutil.rmtree(HOME)
    _restore_django()


_NEW_LOGGER = ([], [], logging.NOTSET, True, False)


def _logger_state(logger):
    return (list(logger.handlers), list(logger.filters), logger.level, logger.propagate, logger.disabled)


def _restore_logger(logger, state):
    handlers, filters, level, propagate, disabled = state
    logger.handlers[:] = handlers
    logger.filters[:] = filters
    logger.setLevel(level)
    logger.propagate = propagate
    logger.disabled = disabled


def _restore_django():
    if 'django.core.wsgi' not in sys.modules:
        return
    from django.apps import apps
    from django.conf import settings
    from django.core.cache import caches
    from django.core.files.storage import storages
    from django.db import connections
    from django.template import engines
    from django.urls import clear_url_caches, set_urlconf
    from django.utils import translation
    from django.utils.functional import empty

    if settings.configured:
        translation.deactivate()
    settings._wrapped = empty
    apps.app_configs = {}
    apps.stored_app_configs = []
    apps.apps_ready = apps.models_ready = apps.ready = apps.loading = False
    apps.ready_event.clear()
    apps.clear_cache()
    clear_url_caches()
    set_urlconf(None)
    translation._trans.__dict__.clear()
    for handler in (connections, caches):
        handler.__dict__.pop('settings', None)
        handler._settings = None
        for alias in list(vars(handler._connections)):
            if not alias.startswith('_'):
                delattr(handler._connections, alias)
    storages.__dict__.pop('backends', None)
    storages._backends = None
    storages._storages = {}
    engines.__dict__.pop('templates', None)
    engines._templates = None
    engines._engines = {}
