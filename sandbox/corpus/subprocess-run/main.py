import subprocess
import sys

names = subprocess.run(["sort"], input="pear\napple\n", capture_output=True, text=True)
print(names.stdout.split())
print(subprocess.check_output("echo one two | wc -w", shell=True, text=True).strip(), "words")
program = "import sys; print(6 * 7); sys.exit(5)"
other = subprocess.run([sys.executable, "-c", program], stdout=subprocess.PIPE)
print(other.stdout, other.returncode)
try:
    subprocess.run(["sleep", "60"], timeout=1)
except subprocess.TimeoutExpired:
    print("not that long")
try:
    subprocess.run(["false"], check=True)
except subprocess.CalledProcessError as error:
    print(error)
