"""contextvars: names, tokens, contexts as mappings, threads and tasks."""
import asyncio
import contextvars
import threading
from contextvars import Context, ContextVar, Token, copy_context

plain = ContextVar("plain")
user = ContextVar("user", default="nobody")


def raised(kind, call, *args):
    try:
        call(*args)
    except kind as error:
        return str(error)
    raise AssertionError(f"{kind.__name__} was not raised")


def test_variables():
    assert (plain.name, user.name, user.get(), plain.get(7)) == ("plain", "user", "nobody", 7)
    assert repr(user).startswith("<ContextVar name='user' default='nobody' at 0x")
    assert raised(LookupError, plain.get).startswith("<ContextVar name='plain' at 0x")
    assert raised(TypeError, ContextVar, 3) == "context variable name must be a str"
    raised(AttributeError, setattr, user, "name", "other")


def test_tokens():
    first, second = user.set("ada"), user.set("bob")
    assert first.var is user and first.old_value is Token.MISSING and second.old_value == "ada"
    assert repr(Token.MISSING) == "<Token.MISSING>" and repr(second).startswith("<Token var=<Cont")
    user.reset(second)
    assert user.get() == "ada" and repr(second).startswith("<Token used var=")
    assert raised(RuntimeError, user.reset, second).endswith("has already been used once")
    assert "was created by a different ContextVar" in raised(ValueError, plain.reset, first)
    assert "was created in a different Context" in raised(
        ValueError, copy_context().run, user.reset, first)
    user.reset(first)
    assert user.get() == "nobody"
    assert raised(RuntimeError, Token) == "Tokens can only be created by ContextVars"


def test_contexts():
    user.set("ada")
    context = copy_context()
    assert context[user] == "ada" and user in context and plain not in context
    assert context.get(plain) is None and context.get(plain, 1) == 1
    assert dict(context)[user] == "ada" and len(Context()) == 0
    assert context == context.copy() and context != Context()
    raised(KeyError, lambda: context[plain])
    assert "a ContextVar key was expected" in raised(TypeError, lambda: "user" in context)

    def change():
        user.set("eve")
        plain.set(1)
        assert "is already entered" in raised(RuntimeError, context.run, print)
        return user.get()

    assert context.run(change) == "eve" and user.get() == "ada"
    assert context[user] == "eve" and set(context.keys()) >= {user, plain}
    assert sorted(str(value) for value in context.values()) == sorted(
        str(value) for _, value in context.items())


def test_threads():
    seen = []
    thread = threading.Thread(target=lambda: seen.append(user.get()))
    thread.start()
    thread.join()
    copied = threading.Thread(target=copy_context().run, args=(lambda: seen.append(user.get()),))
    copied.start()
    copied.join()
    assert seen == ["nobody", "ada"]


async def test_tasks():
    async def named(name):
        user.set(name)
        await asyncio.sleep(0.01)
        return user.get()

    assert await asyncio.gather(named("a"), named("b")) == ["a", "b"]
    assert user.get() == "ada"
    context = contextvars.copy_context()
    assert await asyncio.create_task(named("c"), context=context) == "c" and context[user] == "c"
    assert await asyncio.to_thread(user.get) == "ada"


def test_types_written_in_c():
    try:
        contextvars.Context(1)
        raise AssertionError("made with an argument")
    except TypeError as error:
        assert str(error) == "Context() does not accept any arguments"
    for kind in (contextvars.Context, contextvars.ContextVar, contextvars.Token):
        try:
            type("Own", (kind,), {})
            raise AssertionError(f"{kind} was derived from")
        except TypeError as error:
            name = f"_contextvars.{kind.__name__}"
            assert str(error) == f"type '{name}' is not an acceptable base type"


test_types_written_in_c()
test_variables()
test_tokens()
test_contexts()
test_threads()
asyncio.run(test_tasks())
print("ok")
