"""What a server finds when its process begins. What it leaves behind is undone from outside, with all of Python's memory."""

import os
import random
import sys

HOME = '/srv'


def begin(env):
    os.chdir(HOME)
    os.environ.update(env)
    sys.path.insert(0, HOME)
    random.seed(0)
