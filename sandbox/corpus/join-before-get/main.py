from multiprocessing import Process, Queue


def write(pages):
    pages.put("word " * 200_000)


if __name__ == "__main__":
    pages = Queue()
    writer = Process(target=write, args=(pages,))
    writer.start()
    print("waiting for the writer", flush=True)
    writer.join()
    print(len(pages.get()))
