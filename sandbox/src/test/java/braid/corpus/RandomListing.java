package braid.corpus;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/// A program nobody thought of, from a seed, which uses the standard library: two tasks do a few
/// things each with what they share, and note what they see.
///
/// A program keeps to a few families of statements, so that its tasks meet.
final class RandomListing {
  /// In a family: any of its statements.
  private static final String ANY = "%";

  /// What tasks are, and what they can do: a family in each line, its statements between bars.
  enum World {
    THREADS(
        """
        import collections, itertools, queue, threading, time
        from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait

        class Point:
            x = 0

        def tried(call, *args):
            try:
                return call(*args)
            except Exception as error:
                return type(error).__name__

        def note(n, what):
            seen[n].append(what)

        x = y = 0
        seen, log, l, m, d, s = [[], []], [], [], [], {}, set()
        point, numbers, deque = Point(), itertools.count(), collections.deque()
        lock, rlock, event = threading.Lock(), threading.RLock(), threading.Event()
        permits, condition = threading.Semaphore(1), threading.Condition()
        barrier, q, simple = threading.Barrier(2), queue.Queue(1), queue.SimpleQueue()
        future, pool = Future(), ThreadPoolExecutor(1)

        def run(n):
            global x, y
        """,
        """
        threads = [threading.Thread(target=run, args=(n,)) for n in range(2)]
        for thread in threads: thread.start()
        for thread in threads: thread.join()
        pool.shutdown()
        print(seen, log, x, y, l, m, d, s, vars(point), list(deque))
        """,
        """
        x += 1 | x = n + 1 | y = x | note(n, x) | note(n, x + y) | note(n, (x, y))
        l.append(n) | m.append(n) | m += l | l.extend(m) | note(n, len(l)) | note(n, l == m)
        l.append(n) | note(n, list(l)) | note(n, f'{l} {m}') | m.append(len(l)) | l.clear()
        l.append(n) | note(n, tried(l.pop)) | l.insert(0, n) | l.reverse() | note(n, n in l)
        d[n] = x | d['k'] = n | note(n, d.get('k')) | note(n, sorted(d, key=str)) | d.clear()
        note(n, 'k' in d) | d['k'] = n | note(n, d.pop('k', 7)) | d.setdefault('k', n) | \
        note(n, len(d))
        s.add(n) | note(n, sorted(s)) | note(n, 1 - n in s) | s.discard(0) | note(n, len(s))
        point.x = n | point.y = point.x | note(n, point.x) | note(n, vars(point)) | point.x += 1
        deque.append(n) | note(n, tried(deque.popleft)) | note(n, len(deque)) | deque.rotate(1)
        with lock: % | note(n, lock.locked()) | note(n, tried(lock.acquire, False)) | \
        tried(lock.release)
        with rlock: % | note(n, rlock.acquire(False)) | tried(rlock.release) | x += 1
        event.set() | event.clear() | note(n, event.is_set()) | note(n, event.wait(0.1)) | x += 1
        note(n, permits.acquire(timeout=0.1)) | permits.release() | note(n, permits.acquire(False))
        with condition: condition.notify() | with condition: note(n, condition.wait(0.1)) | x += 1
        note(n, tried(barrier.wait, 0.1)) | barrier.abort() | note(n, barrier.broken) | \
        barrier.reset()
        note(n, tried(q.put, n, True, 0.1)) | note(n, tried(q.get, True, 0.1)) | note(n, q.qsize())
        note(n, tried(q.put_nowait, n)) | note(n, tried(q.get_nowait)) | note(n, q.full()) | \
        note(n, q.empty())
        simple.put(n) | note(n, tried(simple.get, True, 0.1)) | note(n, simple.empty()) | \
        note(n, simple.qsize())
        note(n, tried(future.set_result, n)) | note(n, future.done()) | \
        note(n, future.cancel()) | note(n, tried(future.result, 0.1))
        future.add_done_callback(lambda _: log.append(n)) | \
        note(n, tried(future.set_result, n)) | note(n, future.cancelled())
        note(n, pool.submit(pow, n, 2).result()) | pool.submit(log.append, n) | \
        pool.submit(log.append, x) | x += 1
        note(n, len(wait([pool.submit(int), future], 0.1, FIRST_COMPLETED).done)) | \
        tried(future.set_result, n)
        note(n, threading.active_count()) | note(n, threads[1 - n].is_alive()) | time.sleep(0.1)
        time.sleep(0.1) | x += 1 | note(n, x) | event.set() | note(n, event.wait(0.1))
        print(n) | print(n, end=' ') | print(x) | x += 1
        note(n, next(numbers)) | x = next(numbers) | note(n, x)
        """),

    PROCESSES(
        """
        import multiprocessing as mp, queue, time

        def tried(call, *args):
            try:
                return call(*args)
            except Exception as error:
                return type(error).__name__

        def run(n, value, array, lock, event, permits, condition, barrier, q, pipe):
            seen = []
            note = lambda n, what: seen.append(what)
        """,
        """
            print(n, seen)

        if __name__ == '__main__':
            ends = mp.Pipe()
            shared = (mp.Value('i', 0), mp.Array('i', 2), mp.Lock(), mp.Event(), mp.Semaphore(1),
                      mp.Condition(), mp.Barrier(2), mp.Queue(1))
            processes = [mp.Process(target=run, args=(n, *shared, ends[n])) for n in range(2)]
            for process in processes: process.start()
            for process in processes: process.join()
            print(shared[0].value, shared[1][:])
        """,
        """
        value.value += 1 | value.value = n + 1 | note(n, value.value) | with value: value.value += 1
        array[n] = value.value | array[0] += 1 | note(n, array[:]) | note(n, sum(array))
        with lock: % | note(n, lock.acquire(False)) | tried(lock.release) | value.value += 1
        event.set() | note(n, event.is_set()) | note(n, event.wait(0.1)) | event.clear()
        note(n, permits.acquire(timeout=0.1)) | permits.release() | note(n, permits.acquire(False))
        with condition: condition.notify() | with condition: note(n, condition.wait(0.1))
        note(n, tried(barrier.wait, 0.1)) | barrier.abort() | note(n, barrier.broken)
        note(n, tried(q.put, n, True, 0.1)) | note(n, tried(q.get, True, 0.1)) | note(n, q.empty())
        pipe.send(n) | note(n, pipe.poll()) | note(n, pipe.poll(0.1)) | \
        note(n, pipe.poll() and pipe.recv())
        time.sleep(0.1) | value.value += 1 | note(n, value.value) | print(n)
        """),

    LOOP(
        """
        import asyncio, threading, time

        async def tried(waiting):
            try:
                return await waiting
            except Exception as error:
                return type(error).__name__

        async def first_of(*waiting):
            tasks = [asyncio.ensure_future(each) for each in waiting]
            done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
            return [each in done for each in tasks]

        def note(n, what):
            seen[n].append(what)

        x = 0
        seen, log = [[], []], []

        async def run(n):
            global x
        """,
        """

        async def main():
            global lock, event, permits, condition, q, future, tasks
            lock, event, permits = asyncio.Lock(), asyncio.Event(), asyncio.Semaphore(1)
            condition, q = asyncio.Condition(), asyncio.Queue(1)
            future = asyncio.get_running_loop().create_future()
            tasks = [asyncio.create_task(run(n)) for n in range(2)]
            print(await asyncio.gather(*tasks, return_exceptions=True))
            print(seen, log, x)

        asyncio.run(main())
        """,
        """
        await asyncio.sleep(0) | await asyncio.sleep(0.1) | x += 1 | note(n, x) | \
        y = x; await asyncio.sleep(0); x = y + 1
        async with lock: await asyncio.sleep(0); x += 1 | note(n, lock.locked()) | \
        async with lock: note(n, x)
        event.set() | note(n, event.is_set()) | \
        note(n, await tried(asyncio.wait_for(event.wait(), 0.1))) | event.clear()
        async with permits: await asyncio.sleep(0.1) | note(n, permits.locked()) | x += 1
        async with condition: condition.notify() | \
        async with condition: note(n, await tried(asyncio.wait_for(condition.wait(), 0.1)))
        note(n, await tried(asyncio.wait_for(q.put(n), 0.1))) | \
        note(n, await tried(asyncio.wait_for(q.get(), 0.1))) | note(n, q.qsize())
        future.done() or future.set_result(n) | note(n, future.done()) | \
        note(n, await tried(asyncio.wait_for(asyncio.shield(future), 0.1)))
        tasks[1 - n].cancel() | await asyncio.sleep(0) | note(n, tasks[1 - n].done()) | x += 1
        note(n, await asyncio.to_thread(pow, n, 2)) | await asyncio.to_thread(log.append, n) | \
        log.append(n) | note(n, list(log))
        await asyncio.to_thread(time.sleep, 0.1) | await asyncio.sleep(0.1) | log.append(n) | x += 1
        asyncio.get_running_loop().call_soon(log.append, n) | \
        asyncio.get_running_loop().call_later(0.1, log.append, n) | await asyncio.sleep(0.1)
        note(n, await first_of(event.wait(), asyncio.sleep(0.1))) | event.set()
        """);

    private final String beginning;
    private final String ending;
    private final List<List<String>> families;

    World(String beginning, String ending, String families) {
      this.beginning = beginning;
      this.ending = ending;
      this.families = families.lines().map(line -> Arrays.asList(line.split(" \\| "))).toList();
    }
  }

  private final Random random;
  private final List<String> known = new ArrayList<>();
  private final StringBuilder source = new StringBuilder();

  private RandomListing(World world, long seed, int statements) {
    random = new Random(seed);
    int families = 1 + random.nextInt(2);
    for (int i = 0; i < families; i++) {
      known.addAll(any(world.families));
    }
    source.append(world.beginning);
    for (int n = 0; n < 2; n++) {
      source.append("    if n == ").append(n).append(":\n");
      int count = 1 + random.nextInt(statements);
      for (int i = 0; i < count; i++) {
        write("        ", any(known));
      }
    }
    source.append(world.ending);
  }

  /// @param statements the most that each of the two tasks does
  static String of(World world, long seed, int statements) {
    return new RandomListing(world, seed, statements).source.toString();
  }

  private void write(String indent, String statement) {
    if (statement.equals(ANY)) {
      write(indent, any(known));
    } else if (statement.startsWith("with ") || statement.startsWith("async with ")) {
      int colon = statement.indexOf(": ");
      source.append(indent).append(statement, 0, colon).append(":\n");
      write(indent + "    ", statement.substring(colon + 2));
    } else {
      source.append(indent).append(statement).append('\n');
    }
  }

  private <T> T any(List<T> things) {
    return things.get(random.nextInt(things.size()));
  }
}
