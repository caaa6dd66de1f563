package braid.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;

import braid.trace.Entry;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Two threads do the same with one thing, whose order makes a difference: explorations find every
/// outcome, whatever kind of thing it is.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SharedThingsTest {
  private static final String PROGRAM =
      """
      import array, bisect, copy, functools, heapq, io, itertools, json, threading
      from collections import ChainMap, defaultdict, OrderedDict, UserDict

      def numbers():
          i = 0
          while True:
              i += 1
              yield i

      class Slotted:
          __slots__ = ("x",)

      def called():
          pass

      class Items(list):
          pass

      class Table(dict):
          pass

      def item(of, now):
          seen = of[0]
          of[0] = now
          return seen

      def store(of, now):
          of[now] = now

      def exchange(of, now):
          seen = of.x
          of.x = now
          return seen

      thing = %s
      if thing is called or type(thing) is Slotted:
          thing.x = 0
      mine = [None, None]

      def work(n):
          try:
              mine[n] = %s
          except ValueError as error:
              mine[n] = str(error)
      """;

  @RegisterExtension private final ExploringWorker worker = new ExploringWorker();

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      quoteCharacter = '"',
      value = {
        "iter([1, 2])              ! next(thing)                      ! [1, 2];[2, 1]",
        "iter([1, 2])              ! thing.__next__()                 ! [1, 2];[2, 1]",
        "itertools.count()         ! next(thing)                      ! [0, 1];[1, 0]",
        "iter([1, 2])              ! list(thing)                      ! [[1, 2], []];[[], [1, 2]]",
        "iter([1])                 ! [x for x in thing]               ! [[1], []];[[], [1]]",
        "iter([1, 2])              ! list(zip(range(1), thing))[0][1] ! [1, 2];[2, 1]",
        "iter([1, 2])              ! list(itertools.islice(thing, 1)) ! [[1], [2]];[[2], [1]]",
        "[].append                 ! (thing(n), thing.__self__[0])[1] ! [0, 0];[1, 1]",
        "iter([1])                 ! next(iter(thing), 0)              ! [0, 1];[1, 0]",
        "[1, 2]                    ! heapq.heappop(thing)             ! [1, 2];[2, 1]",
        "[]                        ! (bisect.insort(thing, n), thing[0])[1] ! [0, 0];[0, 1]",
        "io.StringIO() ! (thing.write(str(n)), int(thing.getvalue()[0]))[1] ! [0, 0];[1, 1]",
        "io.StringIO() ! (print(n, file=thing), int(thing.getvalue()[0]))[1] ! [0, 0];[1, 1]",
      })
  void all_outcomes_are_found(String thing, String use, String outcomes) throws Exception {
    assertEquals(List.of(outcomes.split(";")), outcomes(thing, use));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "len([*thing])",
        "len(thing + [])",
        "len(thing[:])",
        "len(thing * 2) // 2",
        "len({**dict.fromkeys(range(len(thing)))})",
        "len(f'{thing}'.split())",
        "len(('%s' % thing).split())",
        "len(''.join(thing))",
        "len(copy.copy(thing))",
        "len(json.dumps(thing).split())",
        "(lambda *all: len(all))(*thing)",
        "1 + (thing == ['x', 'x'])",
        "1 + (thing > ['x'])",
        "functools.reduce(lambda sum, _: sum + 1, thing, 0)",
      })
  void whoever_reads_all_of_a_list_may_see_it_before_and_after(String reading) throws Exception {
    assertEquals(
        List.of("[1, 2]", "[2, 1]", "[2, 2]"),
        outcomes("[]", "(thing.append('x'), " + reading + ")[1]"));
  }

  @ParameterizedTest
  @CsvSource({"extend, 2", "append, 1", "count, 1"})
  void only_what_a_method_reads_of_its_argument_counts(String method, int executions)
      throws Exception {
    String use = "thing.append(1) if n else [].%s(thing)".formatted(method);
    assertEquals(executions, explored("[]", use, "len(thing)").explored());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "array.array('i', [0])",
        "Items([0])",
        "[0]",
        "Table({0: 0})",
        "UserDict({0: 0})",
        "ChainMap({0: 0})",
      })
  void items_of_all_kinds_of_containers_are_shared(String thing) throws Exception {
    assertEquals(List.of("[0, 0]", "[0, 1]", "[2, 0]"), outcomes(thing, "item(thing, n + 1)"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      quoteCharacter = '"',
      value = {
        "open('log', 'a') ! ['0', '1'];['1', '0']",
        "open('log', 'w') ! ['0'];['1']",
        "(open('log', 'w').close(), open('log', 'a'))[1] ! ['0', '1'];['0'];['1', '0'];['1']",
      })
  void files_of_one_name_are_one_file(String opened, String outcomes) throws Exception {
    String writing =
        """
        import threading
        def work(n):
            with %s as log:
                log.write(f"{n}\\n")
        threads = [threading.Thread(target=work, args=(n,)) for n in range(2)]
        for thread in threads:
            thread.start()
        [thread.join() for thread in threads]
        print([line.strip() for line in open("log")])
        """;
    Entry.Explored last = worker.explored(writing.formatted(opened));
    assertEquals(List.of(outcomes.split(";")), Listing.outcomes(last));
  }

  @ParameterizedTest
  @ValueSource(strings = {"'x'", "['x', 'x'][n]"})
  void attributes_whose_names_are_values_are_shared(String name) throws Exception {
    String use = "(getattr(thing, %s, 0), setattr(thing, %s, n + 1))[0]".formatted(name, name);
    assertEquals(List.of("[0, 0]", "[0, 1]", "[2, 0]"), outcomes("called", use));
  }

  @ParameterizedTest
  @ValueSource(strings = {"next(thing)", "thing.send(None)"})
  void a_generator_that_another_thread_executes_refuses(String use) throws Exception {
    assertEquals(
        List.of(
            "['generator already executing', 1]",
            "[1, 'generator already executing']",
            "[1, 2]",
            "[2, 1]"),
        outcomes("numbers()", use));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Slotted()", "called"})
  void attributes_of_objects_with_slots_and_of_functions_are_shared(String thing) throws Exception {
    assertEquals(List.of("[0, 0]", "[0, 1]", "[2, 0]"), outcomes(thing, "exchange(thing, n + 1)"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      quoteCharacter = '"',
      value = {
        "{}                        ! store(thing, n)                  ! thing",
        "{}                        ! thing.setdefault(n)              ! list(thing.items())",
        "{2: 2}                    ! store(thing, n)                  ! [key for key in thing]",
        "{}                        ! store(thing, n)           ! max(thing, key=lambda key: 0)",
        "{}                        ! store(thing, n)                  ! next(iter(thing))",
        "{}                        ! store(thing, n)                  ! json.dumps(thing)",
        "{}                        ! store(thing, n)                  ! thing.popitem()",
        "OrderedDict()             ! store(thing, n) ! thing == OrderedDict([(0, 0), (1, 1)])",
        "UserDict()                ! store(thing, n)                  ! thing",
        "ChainMap()                ! store(thing, n)                  ! thing",
        "defaultdict(list)         ! thing[n].append(n)               ! dict(thing)",
        "defaultdict(lambda: [])   ! thing[n].append(n)               ! dict(thing)",
        "{0: 0, 1: 1}              ! thing.update({n: thing.pop(n)})  ! thing",
      })
  void new_keys_come_in_every_order(String thing, String use, String shown) throws Exception {
    assertEquals(2, explored(thing, use, shown).outcomes().size());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "len(thing)",
        "bool(thing)",
        "sorted(thing)",
        "sorted(thing.items())",
        "sum(thing.values())",
        "max(thing)",
        "any(thing.values())",
        "thing == {0: 0, 1: 1}",
        "not thing",
        "'empty' if not thing else thing[0] + thing[1]",
        "0 in thing",
      })
  void the_order_of_keys_that_nobody_sees_does_not_count(String shown) throws Exception {
    assertEquals(1, explored("{}", "store(thing, n)", shown).explored());
  }

  @Test
  void the_order_counts_in_which_fractions_are_added() throws Exception {
    assertEquals(2, explored("{}", "store(thing, n / 2)", "sum(thing.values())").explored());
  }

  @Test
  void a_key_is_new_to_the_first_alone() throws Exception {
    Entry.Explored last = explored("{2: 2}", "store(thing, 3) if n else store(thing, 2)", "thing");
    assertEquals(1, last.explored());
    last = explored("{}", "[store(thing, key) for key in ('ab', 'bc')[n]]", "list(thing)");
    assertEquals(
        List.of("['a', 'b', 'c']", "['b', 'a', 'c']", "['b', 'c', 'a']"), Listing.outcomes(last));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "[None, None]"})
  void who_waits_busily_for_a_container_is_woken_by_its_items(String thing) throws Exception {
    String awaiting =
        """
        import threading
        thing = %s
        def work(n):
            thing[n] = 1
        for n in range(2):
            threading.Thread(target=work, args=(n,)).start()
        while len(thing) < 2 or any(it is None for it in thing):
            pass
        print(thing[0] + thing[1])
        """;
    Entry.Explored last = worker.explored(awaiting.formatted(thing));
    assertEquals(List.of("2"), Listing.outcomes(last));
  }

  private List<String> outcomes(String thing, String use) throws Exception {
    return Listing.outcomes(explored(thing, use, "mine"));
  }

  private Entry.Explored explored(String thing, String use, String shown) throws Exception {
    return worker.twoThreads(PROGRAM.formatted(thing, use), shown);
  }
}
