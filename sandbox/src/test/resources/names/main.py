"""What objects are called: behind each line stand the names of the objects it makes, in order."""
import collections
import queue
import threading
from dataclasses import dataclass, field
from queue import Queue
from threading import Barrier, Condition, Event, Lock as Latch, RLock, Semaphore

lock = threading.Lock()  #: lock
again: RLock = RLock()  #: again
left, right = Latch(), threading.Lock()  #: left, right
one = threading.Lock(); two = threading.Lock()  #: one, two
[first, second] = [Latch() for _ in range(2)]  #: first, second
both = same = Event()  #: both
jobs = Queue(maxsize=3)  #: jobs
urgent = queue.PriorityQueue()  #: urgent
plain = queue.SimpleQueue()  #: plain
gate = Barrier(2, action=None, timeout=5)  #: gate
permits = threading.BoundedSemaphore(2)  #: permits
room = Condition()  #: room.lock, room
hall = Condition(Latch())  #: hall.lock, hall
shared = Condition(lock)  #: shared
forks = [Latch() for _ in range(3)]  #: forks[0], forks[1], forks[2]
grid = [[Latch() for _ in range(2)] for _ in range(2)]  #: grid[0][0], grid[0][1], grid[1][0], grid[1][1]
pair = (Latch(), Latch())  #: pair[0], pair[1]
table = {"a": Latch(), 2: Latch()}  #: table['a'], table[2]
by_name = {name: Latch() for name in ("kim", "lee")}  #: by_name['kim'], by_name['lee']
made = dict(x=Latch(), y=Latch())  #: made['x'], made['y']
listed = list(Latch() for _ in range(2))  #: listed[0], listed[1]
longer = [
    Latch(),  #: longer[0]
    Semaphore(1),  #: longer[1]
]
spots = []
for index in range(3):
    spots.append(Semaphore(index))  #: spots[0], spots[1], spots[2]
doors = {}
for name in ("front", "back"):
    doors[name] = Event()  #: doors['front'], doors['back']
for _ in range(3):
    turn = Latch()  #: turn, turn #2, turn #3
chosen = Latch() if index else None  #: chosen
if (walrus := Latch()):  #: walrus
    pass
with Latch() as entered:  #: entered
    pass
with Latch():  #: lock at line 47
    pass


class Table:
    guard = Latch()  #: Table.guard

    def __init__(self, seats):
        self.forks = [Latch() for _ in range(seats)]  #: self.forks[0], self.forks[1], self.forks[0] #2, self.forks[1] #2
        self.waiter = RLock()  #: self.waiter, self.waiter #2
        self.seats = {}
        for seat in range(2):
            self.seats[seat] = Event()  #: self.seats[0], self.seats[1], self.seats[0] #2, self.seats[1] #2


tables = [Table(2), Table(2)]


class Worker:
    def __init__(self, lock, inbox=None, *, done):
        self.parts = (lock, inbox, done)


Worker(Latch(), Queue(), done=Event())  #: lock #2, inbox, done


def build():
    return Latch()  #: from_factory


def defaulted(mutex=Latch()):  #: mutex
    return mutex


def run(guard, items):
    pass


from_factory = build()
lazily = collections.defaultdict(lambda: Latch())  #: lock at line 86
lazily["z"].acquire()
threading.Thread(target=run, args=(Latch(), Queue()))  #: guard, items


@dataclass
class Account:
    balance: int = 0
    lock: object = field(default_factory=threading.Lock)


account = Account()  #: account


class Door(threading.Event):
    def __init__(self, colour):
        super().__init__()  #: red
        self.colour = colour


red = Door("red")


class Mine(queue.Queue):
    pass


mine = Mine(2)  #: mine
globals()["odd"] = Latch()  #: globals()['odd']
주방 = {}; 주방["냄비"], 포크 = Latch(), Latch()  #: 주방['냄비'], 포크
한줄 = [Latch() for _ in "둘셋"]  #: 한줄[0], 한줄[1]
print("ok")
