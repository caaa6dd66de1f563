"""Stand-in for `_random`: a generator that nobody seeded is seeded by the run."""

import _braid_chance
import _braid_original_random


class Random(_braid_original_random.Random):
    """Random number generator of the standard library, the same for the same run."""

    __module__ = "_random"

    def __new__(cls, *args, **kwargs):
        return super().__new__(cls, *(args or (0,)))

    def seed(self, n=None, /):
        super().seed(_braid_chance.fresh_seed() if n is None else n)
