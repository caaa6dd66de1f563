import threading

mailbox = threading.Condition()
letter = None


def write():
    global letter
    for text in ("hello", "how are you?", "goodbye"):
        with mailbox:
            while letter is not None:
                mailbox.wait()
            letter = text
            print(f"posted: {text}")
            mailbox.notify()


def read():
    global letter
    for _ in range(3):
        with mailbox:
            while letter is None:
                mailbox.wait()
            print(f"  read: {letter}")
            letter = None
            mailbox.notify()


writer = threading.Thread(target=write, name="writer")
reader = threading.Thread(target=read, name="reader")
reader.start()
writer.start()
writer.join()
reader.join()
