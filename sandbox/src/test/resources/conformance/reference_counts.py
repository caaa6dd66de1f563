# sys.getrefcount: what the pages on the GIL show with it.
import sys
import threading

a = []
b = a
assert sys.getrefcount(a) == 3
c = [a, a]
assert sys.getrefcount(a) == 5
del b
assert sys.getrefcount(a) == 4


def counted(x):
    return sys.getrefcount(x)


assert counted(a) == 5


class Holder:
    shared = a


h = Holder()
h.a = a
assert sys.getrefcount(a) == 6
assert sys.getrefcount(h) == 2
d = {"k": a}
assert sys.getrefcount(a) == 7
d.clear()
c.clear()
assert sys.getrefcount(a) == 4


def defaulted(y=a):
    return y


def outer():
    z = object()

    def inner():
        return z
    return sys.getrefcount(z), inner


assert sys.getrefcount(a) == 5
count, inner = outer()
assert count == 2
assert sys.getrefcount(inner()) == 2
assert sys.getrefcount([]) == 1


def never_assigned():
    def reader():
        return missing
    if not found:
        return reader
    missing = 1


found = []
reader = never_assigned()
assert sys.getrefcount(a) == 5
assert sys.getrefcount(None) == sys.getrefcount(1) == sys.getrefcount("x") == 4294967295
x = object()
y = x
z = [x] * 3
assert sys.getrefcount(x) == 6
found = []
t = threading.Thread(target=lambda o: found.append(sys.getrefcount(o)), args=(y,))
t.start()
t.join()
assert found[0] > 6
print("ok")
