package braid.server.wire;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/// A whole trace, compressed; uncompressed it is every line as the worker sent it, each followed by
/// a line feed. Immutable by agreement: nobody writes into the bytes.
public record TraceBytes(byte[] gzip) {

  /// These lines, compressed.
  public static TraceBytes of(List<String> lines) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(bytes, 1 << 16)) {
      for (String line : lines) {
        out.write(line.getBytes(StandardCharsets.UTF_8));
        out.write('\n');
      }
    } catch (IOException e) {
      throw new UncheckedIOException("bytes in memory cannot be written", e);
    }
    return new TraceBytes(bytes.toByteArray());
  }

  /// A reader of the lines, which holds no more than a part of them.
  public BufferedReader reader() {
    try {
      return new BufferedReader(
          new InputStreamReader(
              new GZIPInputStream(new ByteArrayInputStream(gzip), 1 << 16),
              StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("a stored trace cannot be read", e);
    }
  }

  /// Writes the uncompressed bytes.
  public void writeTo(OutputStream out) throws IOException {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(gzip), 1 << 16)) {
      in.transferTo(out);
    }
  }
}
