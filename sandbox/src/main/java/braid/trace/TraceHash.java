package braid.trace;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// The SHA-256 over the lines of a trace, each followed by a line feed. Confined to one thread.
public final class TraceHash {
  private final MessageDigest digest;

  public TraceHash() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /// Adds one line, given without its line end.
  public void add(String line) {
    digest.update(line.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) '\n');
  }

  /// The hash in hexadecimal; ends the use of this object.
  public String finish() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
