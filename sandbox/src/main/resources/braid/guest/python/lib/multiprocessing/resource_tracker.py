"""Stand-in for `multiprocessing.resource_tracker`: nothing outlives the run, so nothing is
tracked. Programs ask it to forget shared memory that another process frees."""

__all__ = ["ensure_running", "register", "unregister"]


def ensure_running():
    pass


def getfd():
    raise NotImplementedError("resource_tracker.getfd() cannot be modelled: there is no tracker")


def register(name, rtype):
    pass


def unregister(name, rtype):
    pass
