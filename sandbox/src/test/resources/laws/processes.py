# The world of processes: three of them, there from the beginning, do what actors do. Things go to
# them where they begin, as locks must; what an actor is to do, and what came of it, by queues.
import functools
import multiprocessing

CROWD = 3


@functools.cache
def manager():
    """The one whose things are tried; there is none in the processes that are actors."""
    return multiprocessing.Manager()


class Post:
    """Actors on their way to one process, answers on their way back."""

    def __init__(self):
        self.calls = multiprocessing.SimpleQueue()
        self.answers = multiprocessing.SimpleQueue()
        self.is_busy = False

    async def result(self):
        value, error = self.answers.get()
        self.is_busy = False
        if error is not None:
            raise error
        return value


class HereAmongProcesses(Here):
    def __init__(self, face, thing, number, posts, shared):
        super().__init__(face, thing)
        self.number, self.posts, self.shared = number, posts, shared

    def go(self, actor, *args):
        post = next(post for post in self.posts if not post.is_busy)
        post.is_busy = True
        post.calls.put((actor, self.number, args))
        return post

    def note(self, what):
        self.shared.put((self.number, what))

    def noted(self):
        while not self.shared.empty():
            number, what = self.shared.get()
            if number == self.number:
                self.notes.append(what)
        return list(self.notes)


class Processes:
    name = "between processes"

    def __init__(self, family):
        self.family = family

    def attempts(self, pairs):
        pairs = [(law, face) for law, face in pairs if not face.stays]
        shared = multiprocessing.SimpleQueue()
        posts = [Post() for _ in range(CROWD)]
        heres = [HereAmongProcesses(face, face.make(*law.things), number, posts, shared)
                 for number, (law, face) in enumerate(pairs)]
        things = [here.thing for here in heres]
        servers = [multiprocessing.Process(
            target=serve, args=(self.family, things, post, shared), daemon=True) for post in posts]
        for server in servers:
            server.start()
        for (law, face), here in zip(pairs, heres):
            yield law, face, lambda: complete(law.claim(here))
        for post in posts:
            post.calls.put(None)
        for server in servers:
            server.join()


def serve(family, things, post, shared):
    """What a process does until there is nothing more to do."""
    faces = [face for law, face in pairs_of(family) if not face.stays]
    while (call := post.calls.get()) is not None:
        actor, number, args = call
        here = HereAmongProcesses(faces[number], things[number], number, (), shared)
        try:
            post.answers.put((complete(actor(here, *args)), None))
        except BaseException as error:
            post.answers.put((None, error))
