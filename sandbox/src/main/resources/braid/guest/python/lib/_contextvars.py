"""Stand-in for `_contextvars`: the interpreter's context variables, with what it lacks.

Source of the behaviour: the documentation of Python 3.12's `contextvars`. The interpreter's own
variables have no `name`, its tokens no `MISSING`, and their reprs and errors do not say which
variable they are about. Contexts and their values stay the interpreter's.
"""

import types as _types

from _braid_original_contextvars import (Context as _Context, ContextVar as _ContextVar,
                                         copy_context as _copy_context)

_none = object()
_present = _ContextVar("the Context that is entered")  # so a token knows where it was made
_variables = {}  # which of ours stands for one of the interpreter's


class _Missing:
    """The value a variable had before it had one."""

    def __repr__(self):
        return "<Token.MISSING>"


_MISSING = _Missing()


class _Final:
    """Something nobody may derive from, as what is written in C."""

    __slots__ = ()

    def __init_subclass__(cls):
        if cls.__module__ != __name__ or cls.__qualname__ not in ("ContextVar", "Token", "Context"):
            name = cls.__mro__[1].__name__
            raise TypeError(f"type '_contextvars.{name}' is not an acceptable base type")


class ContextVar(_Final):
    """A variable whose value depends on the context."""

    __slots__ = ("_name", "_default", "_inner")
    __class_getitem__ = classmethod(_types.GenericAlias)

    def __init__(self, name, /, *, default=_none):
        if not isinstance(name, str):
            raise TypeError("context variable name must be a str")
        self._name, self._default = name, default
        self._inner = _ContextVar(name)
        _variables[self._inner] = self

    @property
    def name(self):
        return self._name

    def get(self, default=_none, /):
        """Its value in the present context, else a default; raises LookupError without one."""
        value = self._inner.get(_none)
        if value is not _none:
            return value
        if default is not _none:
            return default
        if self._default is not _none:
            return self._default
        raise LookupError(self)

    def set(self, value, /):
        """Sets its value in the present context; gives a token to undo that."""
        old = self._inner.get(_none)
        return _token(self, self._inner.set(value), _MISSING if old is _none else old)

    def reset(self, token, /):
        """Sets it back to what it was before the `set` that gave the token."""
        if not isinstance(token, Token):
            raise TypeError(f"expected an instance of Token, got {token!r}")
        if token._is_used:
            raise RuntimeError(f"{token!r} has already been used once")
        if token._var is not self:
            raise ValueError(f"{token!r} was created by a different ContextVar")
        if token._context is not _present.get(None):
            raise ValueError(f"{token!r} was created in a different Context")
        self._inner.reset(token._inner)
        token._is_used = True

    def __repr__(self):
        default = "" if self._default is _none else f" default={self._default!r}"
        return f"<ContextVar name={self._name!r}{default} at {id(self):#x}>"

    def __reduce_ex__(self, _):
        raise TypeError("cannot pickle '_contextvars.ContextVar' object")


class Token(_Final):
    """What a variable was before it was set."""

    __slots__ = ("_var", "_inner", "_old", "_is_used", "_context")
    __class_getitem__ = classmethod(_types.GenericAlias)
    __hash__ = None
    MISSING = _MISSING

    def __new__(cls, *_args, **_kwargs):
        raise RuntimeError("Tokens can only be created by ContextVars")

    @property
    def var(self):
        return self._var

    @property
    def old_value(self):
        return self._old

    def __repr__(self):
        used = " used" if self._is_used else ""
        return f"<Token{used} var={self._var!r} at {id(self):#x}>"


def _token(var, inner, old):
    made = object.__new__(Token)
    made._var, made._inner, made._old, made._is_used = var, inner, old, False
    made._context = _present.get(None)
    return made


class Context(_Final):
    """The values of context variables, as a mapping."""

    __slots__ = ("_inner", "_is_entered", "_is_marked", "__weakref__")
    __hash__ = None

    def __init__(self, *args, **kwargs):
        if args or kwargs:
            raise TypeError("Context() does not accept any arguments")
        self._inner = _Context()
        self._is_entered = self._is_marked = False

    def run(self, callable, /, *args, **kwargs):
        """Calls something in this context."""
        if self._is_entered:
            raise RuntimeError(f"cannot enter context: {self!r} is already entered")
        self._is_entered = True
        try:
            if not self._is_marked:
                self._is_marked = True
                self._inner.run(_present.set, self)
            return self._inner.run(callable, *args, **kwargs)
        finally:
            self._is_entered = False

    def copy(self):
        return _of(self._inner.copy())

    def __getitem__(self, var, /):
        found = self._inner.get(_inner_of(var), _none)
        if found is _none:
            raise KeyError(var)
        return found

    def __contains__(self, var, /):
        return _inner_of(var) in self._inner

    def get(self, var, default=None, /):
        return self._inner.get(_inner_of(var), default)

    def __len__(self):
        return len(self._inner) - (_present in self._inner)

    def __iter__(self):
        return self.keys()

    def keys(self):
        return iter([var for var, _ in self.items()])

    def values(self):
        return iter([value for _, value in self.items()])

    def items(self):
        return iter([(_variables[inner], value) for inner, value in self._inner.items()
                     if inner is not _present])

    def __eq__(self, other):
        if not isinstance(other, Context):
            return NotImplemented
        return dict(self.items()) == dict(other.items())

    def __repr__(self):
        return f"<_contextvars.Context object at {id(self):#x}>"

    def __reduce_ex__(self, _):
        raise TypeError("cannot pickle '_contextvars.Context' object")


def _inner_of(var):
    if not isinstance(var, ContextVar):
        raise TypeError(f"a ContextVar key was expected, got {var!r}")
    return var._inner


def _of(inner):
    made = object.__new__(Context)
    made._inner, made._is_entered, made._is_marked = inner, False, False
    return made


def copy_context():
    """A copy of the present context."""
    return _of(_copy_context())


for _kind in (ContextVar, Token, Context):
    _kind.__module__ = "_contextvars"
