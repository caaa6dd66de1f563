"""What functions do with what they are given, by their names: for the rewriting of memory."""

METHODS = frozenset((
    "append", "appendleft", "extend", "extendleft", "insert", "pop", "popleft", "popitem", "remove",
    "discard", "add", "clear", "update", "sort", "reverse", "rotate", "setdefault", "get", "items",
    "keys", "values", "copy", "count", "index", "most_common", "elements", "total", "move_to_end",
    "difference_update", "intersection_update", "symmetric_difference_update", "subtract", "union",
    "intersection", "difference", "symmetric_difference", "issubset", "issuperset", "isdisjoint",
    "write", "writelines", "getvalue", "read", "readline", "readlines", "truncate", "seek",
    "flush", "close",
    "tolist", "tobytes", "frombytes", "fromlist", "byteswap"))
READING = frozenset((
    "get", "items", "keys", "values", "copy", "count", "index", "most_common", "elements", "total",
    "union", "intersection", "difference", "symmetric_difference", "issubset", "issuperset",
    "isdisjoint", "getvalue", "tolist", "tobytes"))
CHANGING = METHODS - READING
LOOKING_IN = frozenset((  # these read what they are given
    "extend", "extendleft", "update", "subtract", "union", "intersection", "difference",
    "symmetric_difference", "difference_update", "intersection_update",
    "symmetric_difference_update", "issubset", "issuperset", "isdisjoint", "writelines",
    "fromlist", "frombytes", "write"))
TAKING_IN = frozenset(("read", "readline", "readlines"))
FLUSHING = frozenset(("flush", "close", "truncate"))
VIEWS = frozenset(("keys", "values", "items"))
RESUMING = frozenset(("__next__", "send", "throw"))

_DRAINED = dict.fromkeys(("sum", "list", "tuple", "set", "dict", "frozenset"), "drained")
_GATHERED = dict.fromkeys(("sorted", "max", "min", "any", "all"), "gathered")  # without a key
_STEPPED = dict.fromkeys(("enumerate", "zip", "map", "filter"), "stepped")
_COUNTED = dict.fromkeys(("len", "bool"), "counted")
_READ = dict.fromkeys(("reversed", "bytes", "bytearray", "iter"), "whole")
_SHOWN = dict.fromkeys(("print", "str", "repr", "format"), "shown")  # with what is in them
_BUILTINS = {**_DRAINED, **_GATHERED, **_STEPPED, **_COUNTED, **_READ, **_SHOWN}
_LOGGED = dict.fromkeys(("debug", "info", "warning", "error", "exception", "critical", "log"),
                        "logged")

# Of the library, whatever it is imported as.
_TOOLS = {
    **dict.fromkeys(("islice", "chain", "takewhile", "dropwhile", "zip_longest", "starmap",
                     "accumulate", "filterfalse", "pairwise", "batched", "compress"), "stepped"),
    **dict.fromkeys(("join", "fsum", "reduce", "mean", "median", "deque", "Counter",
                     "OrderedDict", "array"), "drained"),
    **dict.fromkeys(("copy", "choice", "choices", "sample", "nlargest", "nsmallest", "bisect",
                     "bisect_left", "bisect_right"), "whole"),
    **dict.fromkeys(("deepcopy", "dumps", "pformat", "pprint", "format"), "shown"),
    **_LOGGED,
    **dict.fromkeys(("heappush", "heappop", "heapify", "heapreplace", "heappushpop", "insort",
                     "insort_left", "insort_right", "shuffle"), "changed"),
}


def reading(name, is_builtin, call):
    """How the function of this name takes its arguments; None where it does not look into them."""
    how = _TOOLS.get(name) or (_BUILTINS.get(name) if is_builtin else None)
    return "drained" if how == "gathered" and call.keywords else how


def viewing(how, name):
    """How a function that takes its arguments so looks at views; None where their order shows."""
    return "summed" if name == "sum" and how else "seen" if how in ("gathered", "counted") else None
