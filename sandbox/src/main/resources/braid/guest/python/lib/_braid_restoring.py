"""Puts what is noted back to what it was, as fast as looking whether it has changed.

Going through a hundred places in a loop costs more than executing a small program: no two of them
are alike to the compiler. Most never change, so all those are compared at once; what has been seen
to change gets a line of its own in a function made for it, and is put back without a look.
"""


class Changing:
    """What may change: values `(owner, name, value)`, containers `(container, contents)`, and
    objects `(thing, attributes)`, which may get more attributes than they had."""

    def __init__(self):
        self.values, self.containers, self.objects = [], [], []
        self._seen = set()
        self._made_of = None
        self._are_steady = self._put_back = None

    def restore(self):
        """Everything is as it was noted."""
        made_of = len(self.values), len(self.containers), len(self._seen)
        if made_of != self._made_of:
            self._made_of = made_of
            self._are_steady, self._put_back = _made(self, self._seen)
        try:
            self._put_back()
            if self._are_steady():
                return
        except AttributeError:
            pass  # a name was deleted
        self._look_at_each()

    def _look_at_each(self):
        for thing, attributes in self.objects:
            now = thing.__dict__
            for name in now.keys() - attributes:
                del now[name]
        for number, (owner, name, value) in enumerate(self.values):
            if getattr(owner, name, self) is not value:
                setattr(owner, name, value)
                self._seen.add(("value", number))
        for number, (container, contents) in enumerate(self.containers):
            if container != contents:
                refill(container, contents)
                self._seen.add(("container", number))


def refill(container, contents):
    container.clear()
    if type(container) is list:
        container.extend(contents)
    else:
        container.update(contents)


_TEMPLATE = """\
def make(owners, values, containers, contents, objects, refill):
    steady_values = ({steady_values})
    steady = [{steady}]
    steady_contents = [{steady_contents}]
    sizes = ({sizes})
    def are_steady():
        return ({steady_now}) == steady_values and steady == steady_contents \\
            and ({sizes}) == sizes
    def put_back():
        {changing}
    return are_steady, put_back
"""


def _made(places, seen):
    """Functions that compare what has never changed, and put back what has."""
    values, containers = range(len(places.values)), range(len(places.containers))
    steady_values = [number for number in values if ("value", number) not in seen]
    steady = [number for number in containers if ("container", number) not in seen]
    lines = [f"owners[{number}].{places.values[number][1]} = values[{number}]"
             for number in values if ("value", number) in seen]
    for number in containers:
        if ("container", number) in seen:
            lines.append(f"refill(containers[{number}], contents[{number}])"
                         if places.containers[number][1] else f"containers[{number}].clear()")
    source = _TEMPLATE.format(
        steady_values="".join(f"values[{number}]," for number in steady_values),
        steady_now="".join(f"owners[{number}].{places.values[number][1]},"
                           for number in steady_values),
        steady="".join(f"containers[{number}]," for number in steady),
        steady_contents="".join(f"contents[{number}]," for number in steady),
        sizes="".join(f"len(objects[{number}])," for number in range(len(places.objects))),
        changing="\n        ".join(lines or ["pass"]))
    made = {}
    exec(source, made)
    return made["make"](
        [owner for owner, _, _ in places.values], [value for _, _, value in places.values],
        [container for container, _ in places.containers],
        [contents for _, contents in places.containers],
        [thing.__dict__ for thing, _ in places.objects], refill)
