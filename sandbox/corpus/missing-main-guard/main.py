import multiprocessing


def greet():
    print("hello")


spawn = multiprocessing.get_context("spawn")
process = spawn.Process(target=greet)
process.start()
process.join()
print("exit code:", process.exitcode)
