package braid.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import braid.trace.Entry;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Who ends others or interrupts them may do so at any time: every one is explored.
class InterruptionTest {
  @RegisterExtension static final ExploringWorker WORKER = new ExploringWorker();

  private static void shows(String source, String... outcomes) throws Exception {
    Entry.Explored found = WORKER.explored(source);
    assertTrue(found.complete());
    Set<String> shown = new TreeSet<>();
    for (Entry.Ending ending : found.outcomes()) {
      shown.add(ending.verdict().name() + " " + ending.output().strip().replace('\n', ' '));
    }
    assertEquals(new TreeSet<>(Set.of(outcomes)), shown);
  }

  @Test
  void a_process_may_be_ended_before_it_has_done_anything() throws Exception {
    shows(
        """
        import multiprocessing
        def work():
            print("work")
        if __name__ == "__main__":
            process = multiprocessing.Process(target=work)
            process.start()
            process.terminate()
            process.join()
            print("end")
        """,
        "PASSED end",
        "PASSED work end");
  }

  @Test
  void a_process_that_is_ended_keeps_the_lock_it_holds() throws Exception {
    shows(
        """
        import multiprocessing
        def work(lock):
            with lock:
                pass
        if __name__ == "__main__":
            lock = multiprocessing.Lock()
            process = multiprocessing.Process(target=work, args=(lock,))
            process.start()
            process.terminate()
            with lock:
                print("mine")
        """,
        "PASSED mine",
        "DEADLOCK ");
  }

  @Test
  void an_exit_may_come_before_what_other_threads_do() throws Exception {
    shows(
        """
        import os, threading
        def work():
            print("work", flush=True)
        threading.Thread(target=work).start()
        os._exit(0)
        """,
        "PASSED ",
        "PASSED work");
  }

  @Test
  void a_daemon_may_hold_a_lock_that_the_main_thread_waits_for() throws Exception {
    shows(
        """
        import threading
        lock = threading.Lock()
        found = []
        def work():
            with lock:
                found.append(1)
        threading.Thread(target=work, daemon=True).start()
        with lock:
            print(len(found))
        """,
        "PASSED 0",
        "PASSED 1");
  }

  @Test
  void a_signal_may_come_between_any_two_steps() throws Exception {
    shows(
        """
        import os, signal, threading
        signal.signal(signal.SIGUSR1, lambda *_: print("signal"))
        thread = threading.Thread(target=lambda: os.kill(os.getpid(), signal.SIGUSR1))
        thread.start()
        print(1)
        print(2)
        thread.join()
        """,
        "PASSED signal 1 2",
        "PASSED 1 signal 2",
        "PASSED 1 2 signal");
  }

  @Test
  void an_interrupt_may_come_too_late_to_be_handled() throws Exception {
    shows(
        """
        import _thread, threading
        lock = threading.Lock()
        thread = threading.Thread(target=_thread.interrupt_main)
        thread.start()
        try:
            with lock:
                print(1)
            with lock:
                print(2)
        except KeyboardInterrupt:
            print("interrupted")
        thread.join()
        """,
        "PASSED interrupted",
        "PASSED 1 interrupted",
        "PASSED 1 2 interrupted",
        "UNCAUGHT 1 2");
  }
}
