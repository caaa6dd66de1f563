from multiprocessing import Pipe, Process, set_start_method


def answer(questions):
    while True:
        try:
            a, b = questions.recv()
        except EOFError:
            break
        questions.send(a * b)


if __name__ == "__main__":
    set_start_method("spawn")  # a forked child would hold a copy of our end
    here, there = Pipe()
    oracle = Process(target=answer, args=(there,))
    oracle.start()
    there.close()
    for pair in ((6, 7), (2, 21), ("ab", 3)):
        here.send(pair)
        print(pair, "->", here.recv())
    here.close()
    oracle.join()
    print("the oracle has left:", oracle.exitcode)
