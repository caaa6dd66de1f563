"""A traceback through a line with Korean text, as text and with its marks."""
import io
import sys
import threading
import traceback


def 나누기(값):
    return len("바닥") + 값 / 0  # 한글 주석


try:
    나누기(1)
except ZeroDivisionError:
    lines = traceback.format_exc().splitlines()
assert lines[0] == "Traceback (most recent call last):"
assert lines[3:5] == lines[3:5] and any("in 나누기" in line for line in lines)
assert any(line.strip() == 'return len("바닥") + 값 / 0  # 한글 주석' for line in lines)
assert lines[-1] == "ZeroDivisionError: division by zero"
marks = lines[-2]
assert set(marks) <= set(" ~^"), marks
if sys.version_info >= (3, 12):
    assert marks == "           " + " " * len('len("--") + ') + "  " + "~~~^~~", repr(marks)

kept, sys.stderr = sys.stderr, io.StringIO()
seen = []
threading.excepthook = lambda args: seen.append(str(args.exc_value))
thread = threading.Thread(target=lambda: int("열"), name="한글")
thread.start()
thread.join()
sys.stderr = kept
assert seen == ["invalid literal for int() with base 10: '열'"]


def chained():
    try:
        raise KeyError("원인")
    except KeyError as error:
        raise RuntimeError("결과") from error


try:
    chained()
except RuntimeError:
    text = traceback.format_exc()
assert "KeyError: '원인'" in text and text.rstrip().endswith("RuntimeError: 결과")
print("ok")
