"""The end of a program: it waits for its threads, not for its daemons."""
import sys
import threading
import time

lines = []
main = threading.main_thread()
registered = []
threading._register_atexit(registered.append, "called")


def last():
    main.join()  # the main thread counts as ended once it has nothing left to do
    assert not main.is_alive()
    assert registered == ["called"]
    assert threading.main_thread() is main
    time.sleep(0.005)
    another = threading.Thread(target=print, args=("started",))
    if sys.version_info >= (3, 12):
        try:
            another.start()
        except RuntimeError as error:
            assert str(error) == "can't create new thread at interpreter shutdown"
            assert not another.is_alive()
    print("ok")


def idle():
    while True:
        time.sleep(0.001)


threading.Thread(target=idle, daemon=True).start()
threading.Thread(target=threading.Event().wait, daemon=True).start()
threading.Thread(target=last).start()
assert main.is_alive()
