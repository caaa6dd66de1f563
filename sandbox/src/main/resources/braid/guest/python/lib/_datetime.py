"""Stand-in for `_datetime`: the standard library's own version in Python, which asks our `time`.

So `datetime.datetime.now()` reads the virtual clock, and the classes are the ordinary ones.
"""

import _pydatetime
from _pydatetime import *
from _pydatetime import __doc__

for _kind in (date, datetime, time, timedelta, timezone, tzinfo):
    _kind.__module__ = "datetime"
