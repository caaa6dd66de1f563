"""time: structures, formatting, parsing; datetime on the same clock."""
import datetime
import os
import pickle
import time


def raised(kind, call, *args, **kwargs):
    try:
        call(*args, **kwargs)
    except BaseException as error:
        assert type(error) is kind, (type(error), error)
        return str(error)
    raise AssertionError(f"{kind.__name__} was not raised")


os.environ["TZ"] = "UTC"
time.tzset()
assert time.timezone == 0 and time.altzone == 0 and time.daylight == 0
assert time.tzname == ("UTC", "UTC")

epoch = time.gmtime(0)
assert type(epoch) is time.struct_time
assert tuple(epoch) == (1970, 1, 1, 0, 0, 0, 3, 1, 0)
assert (epoch.tm_year, epoch.tm_mon, epoch.tm_mday, epoch.tm_hour, epoch.tm_min, epoch.tm_sec,
        epoch.tm_wday, epoch.tm_yday, epoch.tm_isdst) == tuple(epoch)
assert epoch.tm_zone in ("UTC", "GMT") and epoch.tm_gmtoff == 0
later = time.localtime(1_000_000_000)
assert tuple(later) == (2001, 9, 9, 1, 46, 40, 6, 252, 0)
assert later.tm_zone == "UTC" and later.tm_gmtoff == 0
assert time.localtime(1_000_000_000.9).tm_sec == 40
assert abs(time.mktime(time.localtime()) - time.time()) < 5
assert time.mktime(time.gmtime(86400 * 365.0)) == 86400 * 365.0
assert time.mktime((2026, 1, 1, 0, 0, 0, 0, 0, 0)) == 1767225600.0
assert time.mktime((2024, 2, 29, 12, 30, 15, 0, 0, 0)) == 1709209815.0
assert time.mktime((2025, 14, 35, 25, 61, 61, 0, 0, 0)) == time.mktime((2026, 3, 8, 2, 2, 1, 0, 0, 0))
assert abs(time.mktime(time.gmtime(None)) - time.time()) < 5
raised(TypeError, time.mktime, 5)
raised(TypeError, time.mktime, (1, 2))
raised(TypeError, time.gmtime, "now")

assert time.asctime(epoch) == "Thu Jan  1 00:00:00 1970"
assert time.ctime(0) == "Thu Jan  1 00:00:00 1970"
assert time.ctime(1_000_000_000) == "Sun Sep  9 01:46:40 2001"
assert time.ctime(None) and len(time.ctime()) == 24 and len(time.asctime()) == 24
assert time.strftime("%Y-%m-%d %H:%M:%S", later) == "2001-09-09 01:46:40"
assert time.strftime("%a %A %b %B %d %j %p %I %y %%", later) \
    == "Sun Sunday Sep September 09 252 AM 01 01 %"
assert time.strftime("%X", later) == "01:46:40" and time.strftime("%Z", later) == "UTC"
assert time.strftime("%Y") == str(time.localtime().tm_year)
parsed = time.strptime("2026-03-04 05:06:07", "%Y-%m-%d %H:%M:%S")
assert tuple(parsed) == (2026, 3, 4, 5, 6, 7, 2, 63, -1)
assert type(parsed) is time.struct_time
assert time.strptime("Thu Jan  1 00:00:00 1970").tm_year == 1970
raised(ValueError, time.strptime, "x", "%Y")
made = time.struct_time((2026, 1, 2, 3, 4, 5, 6, 7, 0))
assert made.tm_mday == 2 and made[0] == 2026 and len(made) == 9

# datetime
now = datetime.datetime.now()
assert abs(now.replace(tzinfo=datetime.timezone.utc).timestamp() - time.time()) < 5
assert isinstance(now, datetime.datetime) and isinstance(now, datetime.date)
assert type(now) is datetime.datetime
assert now.tzinfo is None
aware = datetime.datetime.now(datetime.timezone.utc)
assert aware.tzinfo is datetime.timezone.utc and abs(aware.timestamp() - time.time()) < 5
assert datetime.date.today() == datetime.datetime.today().date()
assert datetime.datetime.fromtimestamp(0) == datetime.datetime(1970, 1, 1)
assert abs(now.timestamp() - time.time()) < 5
before = datetime.datetime.now()
time.sleep(0.02)
assert 0.015 <= (datetime.datetime.now() - before).total_seconds() < 5
assert datetime.datetime.now().year == time.localtime().tm_year
assert repr(datetime.datetime(2026, 1, 2, 3, 4, 5, 6)) == "datetime.datetime(2026, 1, 2, 3, 4, 5, 6)"
assert repr(datetime.timedelta(hours=1)) == "datetime.timedelta(seconds=3600)"
assert pickle.loads(pickle.dumps(now)) == now
assert datetime.datetime.__module__ == "datetime"
assert datetime.datetime.fromisoformat(now.isoformat()) == now
assert f"{datetime.datetime(2026, 1, 2):%Y/%m/%d %H:%M}" == "2026/01/02 00:00"
assert datetime.datetime.strptime("2026-01-02", "%Y-%m-%d").day == 2
print("ok")
