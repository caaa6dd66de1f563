# asyncio: subprocesses.
import asyncio
from asyncio.subprocess import DEVNULL, PIPE


async def test_output_and_exit_code():
    process = await asyncio.create_subprocess_shell("echo hello; exit 3", stdout=PIPE, stderr=PIPE)
    assert process.pid > 0
    out, error = await process.communicate()
    assert (out, error, process.returncode) == (b"hello\n", b"", 3)


async def test_input():
    process = await asyncio.create_subprocess_exec("cat", stdin=PIPE, stdout=PIPE)
    process.stdin.write(b"one\n")
    await process.stdin.drain()
    assert await process.stdout.readline() == b"one\n"
    out, error = await process.communicate(b"two\n")
    assert (out, error, process.returncode) == (b"two\n", None, 0)


async def test_commands_run_beside_each_other():
    loop = asyncio.get_running_loop()
    start = loop.time()

    async def run():
        process = await asyncio.create_subprocess_exec("sleep", "0.3", stdout=DEVNULL)
        return await process.wait()

    assert await asyncio.gather(run(), run(), run()) == [0, 0, 0]
    assert 0.3 <= loop.time() - start < 0.8


async def test_killing():
    process = await asyncio.create_subprocess_exec("sleep", "100")
    try:
        await asyncio.wait_for(process.wait(), 0.05)
    except TimeoutError:
        process.terminate()
    assert await process.wait() == -15 and process.returncode == -15
    try:
        process.kill()
    except ProcessLookupError:
        pass
    else:
        raise AssertionError("it has ended")


async def test_a_command_that_is_not_there():
    try:
        await asyncio.create_subprocess_exec("no-such-command")
    except FileNotFoundError as error:
        assert error.errno == 2 and "no-such-command" in str(error)
    else:
        raise AssertionError("it is there")


async def main():
    for name, test in list(globals().items()):
        if name.startswith("test_"):
            await test()


asyncio.run(main())
print("ok")
