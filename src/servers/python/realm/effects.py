"""What the code did, in order. After a sleep it goes on at a later simulated moment."""

# More effects than this in one turn is a flood.
MOST = 2000

CLOCK = '/dev/clock'


def note(emit, line, message):
    """A remark of ours about the code, in the log and at its line."""
    emit({'type': 'console', 'level': 'warn', 'text': f'line {line}: {message}', 'line': line})
    emit({'type': 'problem', 'error': {'name': 'Note', 'message': message, 'line': line}})


class Flood(BaseException):
    """Ends code that does too much at once."""


class Effects:
    def __init__(self):
        self._moments = [(0.0, [])]
        self._later = {}
        self._timers = 0
        self._count = 0

    def emit(self, effect):
        self._count += 1
        if self._count > MOST:
            raise Flood
        self._moments[-1][1].append(effect)

    @property
    def flooded(self):
        return self._count > MOST

    def sleep(self, seconds):
        """Moves the clock that the code sees, and holds back what comes after."""
        milliseconds = max(0.0, float(seconds) * 1000)
        elapsed = self._moments[-1][0] + milliseconds
        self._moments.append((elapsed, []))
        with open(CLOCK, 'w') as clock:
            clock.write(str(elapsed))

    def take(self):
        """What is to be told now; the rest waits for the timers that are told with it."""
        (_, now), *later = self._moments
        for delay, effects in later:
            self._timers += 1
            self._later[self._timers] = effects
            now.append({'type': 'timer', 'id': self._timers, 'delay': round(delay)})
        self._moments = [(0.0, [])]
        self._count = 0
        return now

    def fired(self, timer):
        self._moments[-1][1].extend(self._later.pop(timer, []))
