"""Which line of the user's code decides about a header, and what in the code is not what it looks like."""

import ast
import re

_ORIGIN = 'access-control-allow-origin'

_ARGUMENTS = {
    _ORIGIN: 'origins',
    'access-control-allow-credentials': 'supports_credentials',
    'access-control-allow-methods': 'methods',
    'access-control-allow-headers': 'allow_headers',
    'access-control-expose-headers': 'expose_headers',
    'access-control-max-age': 'max_age',
}

_SETTINGS = {
    _ORIGIN: ('CORS_ALLOWED_ORIGINS', 'CORS_ALLOWED_ORIGIN_REGEXES', 'CORS_ALLOW_ALL_ORIGINS', 'MIDDLEWARE'),
    'access-control-allow-credentials': ('CORS_ALLOW_CREDENTIALS',),
    'access-control-allow-methods': ('CORS_ALLOW_METHODS',),
    'access-control-allow-headers': ('CORS_ALLOW_HEADERS',),
    'access-control-expose-headers': ('CORS_EXPOSE_HEADERS',),
    'access-control-max-age': ('CORS_PREFLIGHT_MAX_AGE',),
}

_LISTS = (
    'CORS_ALLOWED_ORIGINS',
    'CORS_ALLOWED_ORIGIN_REGEXES',
    'CORS_ALLOW_METHODS',
    'CORS_ALLOW_HEADERS',
    'CORS_EXPOSE_HEADERS',
)


def of_settings(code, headers):
    """
    Headers and the line of the setting that decides about each; the others are decided with the origin. CorsMiddleware adds Vary
    to all that goes through it: an answer without it was made elsewhere.
    """
    lines = {}
    for node in ast.parse(code).body:
        targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, 'target', None)]
        lines.update({target.id: node.lineno for target in targets if isinstance(target, ast.Name)})
    if not any(name.lower() == 'vary' and 'origin' in value.lower() for name, value in headers):
        return _listed(dict.fromkeys(_SETTINGS), lines.get('CORS_URLS_REGEX') or lines.get('MIDDLEWARE'))
    found = {
        header: next((lines[name] for name in names if name in lines), None) for header, names in _SETTINGS.items()
    }
    return _listed(found, found[_ORIGIN])


def of_app(code, _headers):
    """The same for Flask: arguments of CORS() and @cross_origin, or the header's name where it is set by hand."""
    nodes = list(ast.walk(ast.parse(code)))
    calls = [node for node in nodes if isinstance(node, ast.Call) and _name_of(node.func) in ('CORS', 'cross_origin')]
    if not calls:
        strings = [node for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)]
        by_hand = {string.value.lower(): string.lineno for string in strings}
        found = {header: by_hand.get(header) for header in _ARGUMENTS}
        return _listed(found, None)
    if len(calls) > 1:
        return []
    options = {}
    for node in ast.walk(calls[0]):
        if isinstance(node, ast.keyword) and node.arg:
            options.setdefault(node.arg, node.lineno)
        elif isinstance(node, ast.Dict):
            for key in node.keys:
                if isinstance(key, ast.Constant):
                    options.setdefault(key.value, key.lineno)
    found = {header: options.get(argument) for header, argument in _ARGUMENTS.items()}
    return _listed(found, found[_ORIGIN] or calls[0].lineno)


def joined_origins(code):
    """Origins without a comma between them: Python makes one string of two. Each with its first line."""
    for node in ast.walk(ast.parse(code)):
        if not (isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value.count('://') > 1):
            continue
        if re.search(r"""['"]\s*(#[^\n]*\s*)?[rRbBuU]*['"]""", ast.get_source_segment(code, node)[1:-1]):
            yield node.lineno, node.value


def strings_for_lists(settings, code):
    """Settings that must be lists and are one string, since `('a')` is no tuple. Each with its line."""
    for node in ast.parse(code).body:
        for target in node.targets if isinstance(node, ast.Assign) else []:
            name = getattr(target, 'id', '')
            if name in _LISTS and isinstance(getattr(settings, name, None), str):
                yield node.lineno, name


def _name_of(function):
    return getattr(function, 'id', None) or getattr(function, 'attr', None)


def _listed(found, otherwise):
    return [{'name': header, 'line': line or otherwise} for header, line in found.items() if line or otherwise]
