package braid.guest;

/// Runs programs of one language. Thread-safe.
public interface Guest extends AutoCloseable {

  /// A fresh world for one run. Takes a while: make it ahead of need.
  World open();

  @Override
  void close();
}
