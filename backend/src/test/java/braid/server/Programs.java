package braid.server;

/// Small programs the tests run.
final class Programs {
  /// Two threads add three each under a lock, and 6 is printed.
  static final String COUNTER =
      """
      import threading
      lock = threading.Lock()
      counter = 0
      def work():
          global counter
          for _ in range(3):
              with lock:
                  counter += 1
      threads = [threading.Thread(target=work) for _ in range(2)]
      for thread in threads:
          thread.start()
      for thread in threads:
          thread.join()
      print(counter)
      """;

  /// Says hello and goes on for ever.
  static final String ENDLESS =
      """
      import time
      print('hello')
      while True:
          time.sleep(1)
      """;

  /// Some thousands of entries.
  static final String LONG =
      """
      for number in range(3000):
          print(number)
      """;

  private Programs() {}
}
