import subprocess
import time

begun = time.monotonic()
commands = [
    subprocess.Popen(f"sleep {seconds}; exit {seconds}", shell=True)
    for seconds in (3, 1, 2)
]
print("running:", sum(command.poll() is None for command in commands))
print("exit codes:", [command.wait() for command in commands])
print(f"about {time.monotonic() - begun:.0f} s in all")
