package braid.shell;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/// The terminal's streams in UTF-8, whatever the locale says.
final class Streams {
  private static final int BUFFER_BYTES = 1 << 16;

  private Streams() {}

  static PrintStream stdout() {
    return open(FileDescriptor.out);
  }

  static PrintStream stderr() {
    return open(FileDescriptor.err);
  }

  private static PrintStream open(FileDescriptor descriptor) {
    return new PrintStream(
        new java.io.BufferedOutputStream(new FileOutputStream(descriptor), BUFFER_BYTES),
        false,
        StandardCharsets.UTF_8);
  }
}
