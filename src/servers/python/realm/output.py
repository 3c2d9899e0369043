"""sys.stdout and sys.stderr of the user's code: whole lines, each with the line of the code that wrote it."""

import io
import re

from realm.places import current_line, last_line_in


class Output(io.TextIOBase):
    """What is written in one go is one entry of the log: a traceback stays in one piece."""

    def __init__(self, level, emit):
        self._level = level
        self._emit = emit
        self._text = ''

    encoding = 'utf-8'

    def writable(self):
        return True

    def write(self, text):
        self._text += text
        if self._text.endswith('\n'):
            self.flush_all()
        return len(text)

    def flush_all(self):
        text, self._text = self._text, ''
        if not text:
            return
        line = last_line_in(text) or current_line()
        plain = re.sub(r'\x1b\[[0-9;]*m', '', text).removesuffix('\n')
        effect = {'type': 'console', 'level': self._level, 'text': plain}
        self._emit({**effect, 'line': line} if line else effect)
