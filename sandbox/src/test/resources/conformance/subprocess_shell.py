"""subprocess against the commands that any POSIX system has."""
import os
import pathlib
import subprocess
import sys
import time
from subprocess import DEVNULL, PIPE, STDOUT


def raised(kind, call, *args, **kwargs):
    try:
        call(*args, **kwargs)
    except BaseException as error:
        assert type(error) is kind, (type(error), error)
        return error
    raise AssertionError(f"{kind.__name__} was not raised")


done = subprocess.run(["echo", "hello", "world"], capture_output=True, text=True)
assert repr(done) == ("CompletedProcess(args=['echo', 'hello', 'world'], returncode=0, "
                      "stdout='hello world\\n', stderr='')")
assert done.check_returncode() is None
assert subprocess.run(["true"]).returncode == 0 and subprocess.call(["false"]) == 1
error = raised(subprocess.CalledProcessError, subprocess.check_call, ["false"])
assert str(error) == "Command '['false']' returned non-zero exit status 1."
error = raised(subprocess.CalledProcessError, subprocess.run, "exit 7", shell=True, check=True)
assert error.returncode == 7 and str(error) == \
    "Command 'exit 7' returned non-zero exit status 7."
error = raised(FileNotFoundError, subprocess.run, ["no-such-command"])
assert str(error) == "[Errno 2] No such file or directory: 'no-such-command'"
done = subprocess.run("no-such-command", shell=True, capture_output=True, text=True)
assert done.returncode == 127 and "not found" in done.stderr

# The shell
assert subprocess.check_output("echo one; echo two | cat", shell=True) == b"one\ntwo\n"
assert subprocess.getoutput("false || echo no && echo yes") == "no\nyes"
assert subprocess.getstatusoutput("echo x; exit 3") == (3, "x")
assert subprocess.check_output("echo $BRAID_X '$y' \"a  b\"", shell=True, text=True,
                               env={"BRAID_X": "1", "PATH": os.environ.get("PATH", "")}) == \
    "1 $y a  b\n"
done = subprocess.run("echo out; echo err >&2", shell=True, stdout=PIPE, stderr=STDOUT, text=True)
assert sorted(done.stdout.split()) == ["err", "out"] and done.stderr is None
assert subprocess.run("echo gone", shell=True, stdout=DEVNULL).stdout is None
assert subprocess.check_output("printf 'b\\na\\n' | sort | head -n 1", shell=True) == b"a\n"

# Input
assert subprocess.run(["cat"], input=b"abc", stdout=PIPE).stdout == b"abc"
assert subprocess.check_output(["cat"], input="käse", encoding="utf-8") == "käse"
assert subprocess.check_output(["sort"], input="b\na\n", text=True) == "a\nb\n"
with subprocess.Popen(["cat"], stdin=PIPE, stdout=PIPE) as cat:
    cat.stdin.write(b"line\n")
    cat.stdin.flush()
    assert cat.stdout.readline() == b"line\n" and cat.poll() is None
    cat.stdin.close()
    assert cat.stdout.read() == b"" and cat.wait() == 0
first = subprocess.Popen(["printf", "c\\nb\\n"], stdout=PIPE)
second = subprocess.Popen(["sort"], stdin=first.stdout, stdout=PIPE, text=True)
first.stdout.close()
assert second.communicate() == ("b\nc\n", None) and first.wait() == 0

# Time
started = time.monotonic()
nap = subprocess.Popen(["sleep", "0.5"])
assert nap.poll() is None and nap.returncode is None
assert raised(subprocess.TimeoutExpired, nap.wait, 0.05).timeout == 0.05
assert nap.wait() == 0 and time.monotonic() - started >= 0.5
error = raised(subprocess.TimeoutExpired, subprocess.run, ["sleep", "20"], timeout=0.1)
assert error.cmd == ["sleep", "20"] and str(error).startswith("Command '['sleep', '20']' timed out")
for method, code in (("terminate", -15), ("kill", -9)):
    nap = subprocess.Popen(["sleep", "20"])
    getattr(nap, method)()
    assert nap.wait() == code and nap.poll() == code
    nap.terminate()

# Words and variables: text, bytes or paths
assert subprocess.check_output([b"echo", pathlib.PurePath("a", "b")]) == b"a/b\n"
assert subprocess.check_output(b"echo $NAME", shell=True, env={b"NAME": b"seven"}) == b"seven\n"
for wrong in (lambda: subprocess.run(["echo", 5]),
              lambda: subprocess.run(["echo"], env={"NAME": 5})):
    assert str(raised(TypeError, wrong)) == "expected str, bytes or os.PathLike object, not int"
assert str(raised(ValueError, subprocess.run, ["echo"], env={"A=B": "c"})) == \
    "illegal environment variable name"

# Python itself
python = [sys.executable, "-c"]
assert subprocess.check_output(python + ["print(6 * 7)"], text=True) == "42\n"
done = subprocess.run(python + ["import sys; sys.exit(5)"])
assert done.returncode == 5
done = subprocess.run(python + ["1 / 0"], capture_output=True, text=True)
assert done.returncode == 1 and done.stderr.endswith("ZeroDivisionError: division by zero\n")
assert 'File "<string>", line 1, in <module>' in done.stderr
echo = "import sys; print(sys.stdin.read().upper(), sys.argv[1:])"
assert subprocess.run(python + [echo, "x"], input="hi", capture_output=True,
                      text=True).stdout == "HI ['x']\n"
shared = 1
assert subprocess.run(python + ["print('shared' in globals(), __name__)"], stdout=PIPE).stdout == \
    b"False __main__\n"
child = subprocess.Popen(python + ["import os; print(os.getpid())"], stdout=PIPE, text=True)
assert int(child.communicate()[0]) == child.pid != os.getpid()
assert repr(child).startswith("<Popen: returncode: 0 args: [")
assert os.system("exit 2") == 512 and os.system("true") == 0
print("ok")
