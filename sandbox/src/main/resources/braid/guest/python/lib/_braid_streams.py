"""The network of event loops: connections between tasks of the same program."""


class Network:
    """What an event loop can do with a network."""
