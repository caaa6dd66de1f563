# The first part of every program of laws: what a law and a face are, and the world of threads.
#
# A law is written once, as a coroutine over `here`: a face, a thing of that face made for it, and
# actors who share the thing. In a world of threads or processes nothing is ever awaited: each
# operation waits by itself, and `complete` runs a law to its end. No law is true only because
# somebody was quick: pauses make laws stronger, never wrong.
import threading
import time
import traceback

SHORT = 0.01
CLOCK_STEP = 0.001
TABLES = []


class Face:
    """One way to get a thing; its traits say where faces differ. A trait not given is None."""

    def __init__(self, name, make, **traits):
        self.name = name
        self.make = make
        self.__dict__.update(traits)

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)


class Law:
    """One claim about a primitive; `things` are the arguments with which its thing is made."""

    def __init__(self, claim, things, applies):
        self.claim = claim
        self.name = claim.__name__.replace("_", " ")
        self.things = things
        self.applies = applies


def laws_of(faces):
    """The decorator of the laws of one primitive, whose faces are these, by family."""
    laws = []
    TABLES.append((faces, laws))

    def law(*things, of=lambda face: True):
        def noted(claim):
            laws.append(Law(claim, things, of))
            return claim
        return noted
    return law


def complete(coroutine):
    """What a coroutine returns that never really awaits."""
    try:
        coroutine.send(None)
    except StopIteration as end:
        return end.value
    raise AssertionError("this is no world to await something in")


async def outcome(awaited):
    """What comes of it: a value, or the exception in words."""
    try:
        return await awaited
    except Exception as error:
        return told(error)


def told(error):
    return f"{type(error).__name__}: {error}"


def asked(call, *args, **kwargs):
    """As `outcome`, of a call that never waits."""
    try:
        return call(*args, **kwargs)
    except Exception as error:
        return told(error)


def equal(found, wanted):
    assert found == wanted, f"{found!r} instead of {wanted!r}"


class Here:
    """Where a law is tried: operations wait by themselves, actors are threads."""

    def __init__(self, face, thing):
        self.face, self.thing = face, thing
        self.notes = []

    async def do(self, operation, *args, **kwargs):
        return operation(*args, **kwargs)

    async def within(self, seconds, operation, *args):
        return operation(*args, timeout=seconds)

    async def late(self, seconds, operation, *args):
        """What an operation comes to that has no chance within so many seconds, and takes them."""
        began = time.monotonic()
        result = await outcome(self.within(seconds, operation, *args))
        took = time.monotonic() - began
        assert took >= seconds - CLOCK_STEP, f"late after {took} s instead of {seconds} s"
        return result

    async def sleep(self, seconds=SHORT):
        time.sleep(seconds)

    def go(self, actor, *args):
        """Somebody else does this with the thing; `await` the `result()` of what is returned."""
        return OnThread(actor, self, args)

    def note(self, what):
        self.notes.append(what)

    def noted(self):
        return list(self.notes)

    def forget(self):
        self.noted()
        self.notes.clear()

    async def until(self, claim):
        while not claim():
            await self.sleep(SHORT / 10)

    async def until_noted(self, count):
        await self.until(lambda: len(self.noted()) >= count)


class OnThread:
    def __init__(self, actor, here, args):
        self.error = None
        self.thread = threading.Thread(target=self.act, args=(actor, here, args))
        self.thread.start()

    def act(self, actor, here, args):
        try:
            self.value = complete(actor(here, *args))
        except BaseException as error:
            self.error = error

    async def result(self):
        self.thread.join()
        if self.error is not None:
            raise self.error
        return self.value


class Threads:
    name = "between threads"

    def attempts(self, pairs):
        for law, face in pairs:
            here = Here(face, face.make(*law.things))
            yield law, face, lambda: complete(law.claim(here))


def pairs_of(family):
    """All faces of the family, each with each law that applies to it."""
    return [(law, face) for faces, laws in TABLES for face in faces[family]()
            for law in laws if law.applies(face)]


def hold_laws(family, worlds):
    """Tries all laws on all faces of the family, in each of these worlds."""
    for world in worlds:
        held = {}
        for law, face, attempt in world.attempts(pairs_of(family)):
            try:
                attempt()
            except BaseException:
                print(f"{face.name} {world.name}: broken: {law.name}", flush=True)
                traceback.print_exc()
                raise SystemExit(1)
            held.setdefault(face.name, []).append(law.name)
        for name, laws in held.items():
            print(f"{name} {world.name}: {', '.join(laws)}")
