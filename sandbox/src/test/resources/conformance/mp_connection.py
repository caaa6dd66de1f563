"""Listener and Client: connections between the processes of a program, with and without a key."""
import multiprocessing as mp
import threading
from multiprocessing.connection import Client, Listener, wait

KEY = b"a secret"


def talk(address):
    with Client(address, authkey=KEY) as connection:
        assert connection.recv() == ["numbers", 1.5, None]
        assert connection.recv_bytes() == b"bytes"
        connection.send("answer")


def serve(queue):
    with Listener(("localhost", 0), authkey=KEY) as listener:
        queue.put(listener.address)
        with listener.accept() as connection:
            assert listener.last_accepted[0] == "127.0.0.1"
            connection.send(["numbers", 1.5, None])
            connection.send_bytes(b"bytes")
            assert connection.recv() == "answer"
            try:
                connection.recv()
                raise AssertionError("the other end is closed")
            except EOFError:
                pass


def test_two_processes():
    queue = mp.Queue()
    server = mp.Process(target=serve, args=(queue,))
    server.start()
    address = queue.get()
    assert address[0] == "127.0.0.1" and address[1] > 0
    client = mp.Process(target=talk, args=(address,))
    client.start()
    client.join()
    server.join()
    assert (client.exitcode, server.exitcode) == (0, 0)


def test_another_key():
    listener = Listener(authkey=KEY)
    assert isinstance(listener.address, str)
    said = []

    def try_to_connect():
        try:
            Client(listener.address, authkey=b"another")
        except mp.AuthenticationError as error:
            said.append(str(error))

    client = threading.Thread(target=try_to_connect)
    client.start()
    try:
        listener.accept()
        raise AssertionError("accepted")
    except mp.AuthenticationError as error:
        assert str(error) == "digest received was wrong"
    client.join()
    assert said == ["digest sent was rejected"]
    listener.close()


def test_without_a_key():
    with Listener(("localhost", 0)) as listener:
        clients = [Client(listener.address)]
        ends = [listener.accept()]
        assert wait(ends, 0) == []
        clients[0].send(3)
        assert wait(ends, 5) == ends and ends[0].recv() == 3
        clients[0].close()
        assert ends[0].poll(5)


def test_errors():
    with Listener(("localhost", 0)) as listener:
        address = listener.address
    try:
        listener.accept()
    except OSError as error:
        assert str(error) == "listener is closed"
    for target, kind in ((address, ConnectionRefusedError), ("/tmp/none.sock", FileNotFoundError)):
        try:
            Client(target)
            raise AssertionError("connected")
        except kind:
            pass
    for call in (lambda: Listener(family="AF_PIPE"), lambda: Client(7)):
        try:
            call()
            raise AssertionError("no error")
        except (TypeError, ValueError) as error:
            assert str(error) in ("Family AF_PIPE is not recognized.",
                                  "address type of 7 unrecognized"), error
    try:
        Listener(("localhost", 0), authkey="text")
        raise AssertionError("no error")
    except TypeError as error:
        assert str(error) == "authkey should be a byte string"


if __name__ == "__main__":
    test_two_processes()
    test_another_key()
    test_without_a_key()
    test_errors()
    print("ok")
