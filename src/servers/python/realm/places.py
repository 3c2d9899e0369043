"""Lines of the user's code: what is running now, and where an error came from."""

import re
import sys
import traceback

user_file = None


def watch(path):
    """Says which file is the user's."""
    global user_file
    user_file = path


def current_line():
    frame = sys._getframe(1)
    while frame is not None:
        if frame.f_code.co_filename == user_file:
            return frame.f_lineno
        frame = frame.f_back
    return None


def last_line_in(text):
    """The last line of the user's file that a printed traceback or warning names."""
    if user_file is None or user_file not in text:
        return None
    named = re.findall(rf'{re.escape(user_file)}(?:", line |:)(\d+)', text)
    return int(named[-1]) if named else None


def printed(error):
    """The traceback as Python prints it, from the first frame that is not ours."""
    at = error.__traceback__
    while at is not None and at.tb_frame.f_code.co_filename.startswith('/lib/realm/'):
        at = at.tb_next
    return ''.join(traceback.format_exception(type(error), error, at)).removesuffix('\n')


def describe(error):
    """An exception as the protocol has it: name, message, and its place in the user's code."""
    kind = type(error)
    about = {'name': kind.__name__, 'message': str(error)}
    if isinstance(error, SyntaxError) and error.filename == user_file and error.lineno:
        about['message'] = error.msg
        about['line'] = error.lineno
        if error.offset:
            about['column'] = error.offset
        return about
    cause = error
    while cause is not None:
        lines = [at.lineno for at in traceback.extract_tb(cause.__traceback__) if at.filename == user_file]
        if lines:
            about['line'] = lines[-1]
            return about
        cause = cause.__cause__ or cause.__context__
    return about
