"""The user's source as it is compiled: with what the interpreter lacks, and with calls that tell.

Each part keeps lines, and columns of what was written before its additions. Whether a part is
needed is asked cheaply first.
"""

from _braid_source import parsed

_ESCAPED = frozenset("\n\\'\"abfnrtvxNuU01234567")
_LITERAL = frozenset("'\"0123456789([{")


def rewritten(source, file):
    """The source with all that is needed. Raises SyntaxError as compiling it would."""
    if "ContextVar" in source:
        import _braid_context
        source = _braid_context.watch(source, file)
    if "async with" in source:
        import _braid_async_with
        source = _braid_async_with.watch(source, file)
    if "async def" in source:
        import _braid_async_expressions
        if _braid_async_expressions.is_needed(source):
            source = _braid_async_expressions.watch(source, file)
        import _braid_unawaited
        source = _braid_unawaited.watch(source, file)
        import _braid_coroutine_names
        if _braid_coroutine_names.is_needed(source):
            source = _braid_coroutine_names.watch(source, file)
    if "yield" in source:
        import _braid_generators
        source = _braid_generators.watch(source, file)
        import _braid_abandoned
        if _braid_abandoned.is_needed(source):
            source = _braid_abandoned.watch(source, file)
    return source


def watched(source, file):
    """The source with calls that tell what is written to shared variables."""
    import _braid_watch
    return _braid_watch.watch(source, file) if _braid_watch.is_needed(source) else source


def tree(source, file):
    """The syntax tree of a source that was rewritten: with what only a tree can be given."""
    found = parsed(source, file)
    if _has_star(source):
        import _braid_star
        _braid_star.lower(found, file)
    return found


def code(source, file):
    """What a source that was rewritten compiles to."""
    if _may_warn(source):  # without that module the engine writes warnings as it likes
        from importlib import import_module
        import_module("warnings")
        import _braid_names
        _braid_names.remember_lines()
    return compile(tree(source, file) if _has_star(source) else source, file, "exec",
                   dont_inherit=True)


def _has_star(source):
    if "except" not in source:
        return False
    import _braid_star
    return _braid_star.is_needed(source)


def _may_warn(source):
    """Whether compiling can warn of an escape that is none, or of `is` with a literal."""
    return any(part[:1] not in _ESCAPED for part in source.split("\\")[1:]) \
        or any(after.removeprefix("not ")[:1] in _LITERAL for after in source.split(" is ")[1:]) \
        or "assert (" in source
