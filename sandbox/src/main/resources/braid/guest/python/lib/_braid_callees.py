"""What functions do with what they are given, by their names: for the rewriting of memory."""

METHODS = frozenset((
    "append", "appendleft", "extend", "extendleft", "insert", "pop", "popleft", "popitem", "remove",
    "discard", "add", "clear", "update", "sort", "reverse", "rotate", "setdefault", "get", "items",
    "keys", "values", "copy", "count", "index", "most_common", "elements", "total", "move_to_end",
    "difference_update", "intersection_update", "symmetric_difference_update", "subtract", "union",
    "intersection", "difference", "symmetric_difference", "issubset", "issuperset", "isdisjoint",
    "write", "writelines", "getvalue", "read", "readline", "readlines", "truncate", "seek",
    "tolist", "tobytes", "frombytes", "fromlist", "byteswap"))
READING = frozenset((
    "get", "items", "keys", "values", "copy", "count", "index", "most_common", "elements", "total",
    "union", "intersection", "difference", "symmetric_difference", "issubset", "issuperset",
    "isdisjoint", "getvalue", "tolist", "tobytes"))
CHANGING = METHODS - READING
RESUMING = frozenset(("__next__", "send", "throw"))

_DRAINED = dict.fromkeys(("sum", "list", "tuple", "set", "dict", "frozenset", "sorted", "max",
                          "min", "any", "all"), "drained")
_STEPPED = dict.fromkeys(("enumerate", "zip", "map", "filter"), "stepped")
_READ = dict.fromkeys(("len", "reversed", "print", "str", "repr", "bool", "bytes", "bytearray",
                       "format"), "whole")
_BUILTINS = {**_DRAINED, **_STEPPED, **_READ}

# Of the library, whatever it is imported as.
_TOOLS = {
    **dict.fromkeys(("islice", "chain", "takewhile", "dropwhile", "zip_longest", "starmap",
                     "accumulate", "filterfalse", "pairwise", "batched", "compress"), "stepped"),
    **dict.fromkeys(("join", "fsum", "reduce", "mean", "median", "deque", "Counter",
                     "OrderedDict", "array"), "drained"),
    **dict.fromkeys(("copy", "deepcopy", "dumps", "choice", "choices", "sample", "pformat",
                     "pprint", "nlargest", "nsmallest", "bisect", "bisect_left", "bisect_right",
                     "format"), "whole"),
    **dict.fromkeys(("heappush", "heappop", "heapify", "heapreplace", "heappushpop", "insort",
                     "insort_left", "insort_right", "shuffle"), "changed"),
}


def reading(name, is_builtin):
    """How the function of this name takes its arguments; None where it does not look into them."""
    return _TOOLS.get(name) or (_BUILTINS.get(name) if is_builtin else None)
