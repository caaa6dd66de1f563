from multiprocessing import Pipe, Process


def answer(questions):
    while True:
        try:
            a, b = questions.recv()
        except EOFError:
            break
        questions.send(a * b)


if __name__ == "__main__":
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
