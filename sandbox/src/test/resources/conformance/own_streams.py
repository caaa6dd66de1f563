"""sys.stdout and sys.stderr may be objects of the program's own that can only write, or None."""
import sys
import threading
import traceback


class OnlyWrites:
    def __init__(self):
        self.written = []

    def write(self, text):
        self.written.append(text)


def fails():
    raise ValueError("of a thread")


def run(target):
    thread = threading.Thread(target=target)
    thread.start()
    thread.join()


real_out, real_err = sys.stdout, sys.stderr
errors = sys.stderr = OnlyWrites()
hooked = []
threading.excepthook = lambda args: hooked.append(args.exc_type)
run(fails)
try:
    fails()
except ValueError:
    traceback.print_exc()
assert hooked == [ValueError]
assert "".join(errors.written).endswith("ValueError: of a thread\n")

sys.stderr = None
run(fails)
sys.stdout = None
print("nobody reads this")
sys.stdout = real_out
print("ok")

# At the end it is these that are to be flushed.
sys.stdout, sys.stderr = OnlyWrites(), None
