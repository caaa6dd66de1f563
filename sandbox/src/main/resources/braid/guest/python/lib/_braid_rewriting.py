"""The user's source as it is compiled: with what the interpreter lacks, and with calls that tell.

Each part keeps lines, and columns of what was written before its additions. Whether a part is
needed is asked cheaply first.
"""


def rewritten(source, file):
    """The source with all that is needed. Raises SyntaxError as compiling it would."""
    if "except" in source:
        import _braid_star
        if _braid_star.is_needed(source):
            source = _braid_star.rewrite(source, file)
    if "ContextVar" in source:
        import _braid_context
        source = _braid_context.watch(source, file)
    if "async with" in source:
        import _braid_async_with
        source = _braid_async_with.watch(source, file)
    if "async def" in source:
        import _braid_unawaited
        source = _braid_unawaited.watch(source, file)
        import _braid_coroutine_names
        if _braid_coroutine_names.is_needed(source):
            source = _braid_coroutine_names.watch(source, file)
    if "yield" in source:
        import _braid_generators
        source = _braid_generators.watch(source, file)
    return source


def watched(source, file):
    """The source with calls that tell what is written to shared variables."""
    import _braid_watch
    return _braid_watch.watch(source, file) if _braid_watch.is_needed(source) else source
