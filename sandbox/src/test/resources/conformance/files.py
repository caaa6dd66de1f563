"""Files: written, read, appended to by threads, listed, renamed and removed."""
import csv
import errno
import json
import os
import pathlib
import shutil
import tempfile
import threading

with open(__file__, encoding="utf-8") as own:
    assert own.readline().startswith('"""Files:')
home = os.getcwd()
assert os.path.isdir(home) and os.path.isabs(home)

with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, "log.txt")
    lock = threading.Lock()

    def append(number):
        with lock, open(path, "a", encoding="utf-8") as file:
            file.write(f"{number}번째 줄\n")

    threads = [threading.Thread(target=append, args=(number,)) for number in range(5)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with open(path, encoding="utf-8") as file:
        assert sorted(file) == [f"{number}번째 줄\n" for number in range(5)]
    assert os.path.getsize(path) == 5 * len("0번째 줄\n".encode())

    with open(path, "r+", encoding="utf-8") as file:
        file.truncate(0)
        file.write("새로")
    with open(path, "rb") as file:
        assert file.read() == "새로".encode() and file.tell() == 6
        assert file.seek(3) == 3 and file.read() == "로".encode()
    try:
        open(path, "x")
        raise AssertionError("an exclusive file is made once")
    except FileExistsError as error:
        assert error.errno == errno.EEXIST
    try:
        open(os.path.join(folder, "no", "such.txt"), "w")
        raise AssertionError("a folder has to be there")
    except FileNotFoundError as error:
        assert str(error).startswith("[Errno 2] No such file or directory: ")
    try:
        open(folder)
        raise AssertionError("a folder is no file")
    except IsADirectoryError as error:
        assert error.errno == errno.EISDIR
    try:
        with open(path) as file:
            file.write("no")
        raise AssertionError("open to read")
    except OSError as error:
        assert str(error) == "not writable"

    deep = pathlib.Path(folder) / "a" / "b"
    deep.mkdir(parents=True)
    (deep / "data.json").write_text(json.dumps({"k": [1, 2]}))
    assert json.loads((deep / "data.json").read_text()) == {"k": [1, 2]}
    assert [item.name for item in sorted(pathlib.Path(folder).iterdir())] == ["a", "log.txt"]
    assert [item.name for item in pathlib.Path(folder).rglob("*.json")] == ["data.json"]
    assert [names for _, _, names in os.walk(folder)] == [["log.txt"], [], ["data.json"]]
    os.rename(path, os.path.join(folder, "renamed.txt"))
    assert not os.path.exists(path) and os.listdir(folder) != []
    try:
        os.rmdir(os.path.join(folder, "a"))
        raise AssertionError("a folder with something in it stays")
    except OSError as error:
        assert error.errno == errno.ENOTEMPTY
    shutil.copy(os.path.join(folder, "renamed.txt"), os.path.join(folder, "copy.txt"))
    shutil.rmtree(os.path.join(folder, "a"))
    assert sorted(os.listdir(folder)) == ["copy.txt", "renamed.txt"]

    os.chdir(folder)
    with open("table.csv", "w", newline="") as file:
        csv.writer(file).writerows([["name", "value"], ["a,b", 1]])
    with open("table.csv", newline="") as file:
        assert list(csv.DictReader(file)) == [{"name": "a,b", "value": "1"}]
    os.remove("table.csv")
    os.chdir(home)
assert not os.path.exists(folder)

with tempfile.NamedTemporaryFile("w+", suffix=".txt") as file:
    file.write("kept for a while")
    file.flush()
    assert os.path.exists(file.name)
    file.seek(0)
    assert file.read() == "kept for a while"
assert not os.path.exists(file.name)
print("ok")
