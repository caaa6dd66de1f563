"""Stand-in for `_datetime`: the standard library's own version in Python, which asks our `time`.

So `datetime.datetime.now()` reads the virtual clock, and the classes are the ordinary ones.
"""

import _pydatetime
from _pydatetime import *
from _pydatetime import __doc__

for _kind in (date, datetime, time, timedelta, timezone, tzinfo):
    _kind.__module__ = "datetime"


def _saying(check):
    """That check of fields, with the words of the version in C."""
    def checked(*fields):
        try:
            return check(*fields)
        except ValueError as error:
            if len(error.args) != 2:
                raise
            rule, value = error.args
        if rule.startswith("day "):
            rule = "day is out of range for month"
        raise ValueError(f"year {value} is out of range" if rule.startswith("year ") else rule)

    return checked


_pydatetime._check_date_fields = _saying(_pydatetime._check_date_fields)
_pydatetime._check_time_fields = _saying(_pydatetime._check_time_fields)
