"""Says of every public name of EXPECTED where it comes from here: a line for each, of four fields.

    module.name, tab, modelled | standard | refused | missing, tab, by which stand-in or why, tab,
    for what is refused: how to call it
"""

import importlib
import operator
import sys
import types

from _braid_names import is_stand_in


def main(expected):
    paths = dict(line.split(":", 1) for line in expected.strip().splitlines())
    for path, names in paths.items():
        home, holder = found(path)
        for name in names.split():
            tell(home, f"{path}.{name}".removeprefix(home + "."), name, holder)


def found(path):
    """The name of a module, and the module or a class of it."""
    words = path.split(".")
    for count in range(len(words), 0, -1):
        try:
            value = importlib.import_module(".".join(words[:count]))
        except ImportError:
            continue
        for word in words[count:]:
            value = getattr(value, word, None)
        return ".".join(words[:count]), value
    return words[0], None


def tell(home, shown, name, holder):
    if getattr(holder, "braid_refusal", None) is not None:
        return  # has been told as a name of its module
    try:
        value = operator.attrgetter(name)(holder)
    except AttributeError:
        print(home, shown, "missing", "", "", sep="\t")
        return
    why = getattr(value, "braid_refusal", None)
    if why is not None:
        call = f"{home}.{shown}" + (".anything" if isinstance(value, types.ModuleType) else "")
        print(home, shown, "refused", why, call, sep="\t")
    elif isinstance(holder, types.ModuleType):
        stand_in = maker(value) or (own(file_of(holder)) if is_plain(value) else "")
        print(home, shown, "modelled" if stand_in else "standard", stand_in, "", sep="\t")


def is_plain(value):
    """Whether a value does not say itself where it was made."""
    return not isinstance(value, (type, types.FunctionType, types.ModuleType))


def maker(value):
    """The stand-in that a function, class or module was written in, "" for none."""
    value = getattr(value, "__func__", value)
    value = getattr(value, "__wrapped__", value)
    if isinstance(value, types.FunctionType):
        return own(value.__code__.co_filename)
    if isinstance(value, types.ModuleType):
        return own(file_of(value))
    if isinstance(value, type):
        made = [maker(member) for member in vars(value).values()
                if isinstance(member, types.FunctionType)]
        return next(filter(None, made), "") or own(file_of(sys.modules.get(value.__module__)))
    return ""


def file_of(module):
    return getattr(module, "__file__", None) or ""


def own(path):
    """The name of the stand-in that a file holds, "" where it is none."""
    if not is_stand_in(path):
        return ""
    name = path.rpartition("/worker/python/")[2].removesuffix(".py").removesuffix("/__init__")
    return name.replace("/", ".")


main(EXPECTED)  # noqa: F821
