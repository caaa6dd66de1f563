package braid.worker;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Optional;

/// Frames on a stream of bytes and back. Reads at most [Frame#BYTES_MAX] ahead and believes
/// nothing: unknown, missing, null or repeated members are refused. Thread-safe; a stream is for
/// one thread.
public final class FrameCodec {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .build();
  private static final ObjectReader READER = MAPPER.readerFor(Frame.class);
  private static final ObjectWriter WRITER = MAPPER.writerFor(Frame.class);
  private static final int LENGTH_BYTES = 4;

  private FrameCodec() {}

  /// The next frame, which must be of this side; nothing where the stream ends between two frames.
  public static <F extends Frame> Optional<F> read(InputStream in, Class<F> side)
      throws IOException, MalformedFrame {
    byte[] length = in.readNBytes(LENGTH_BYTES);
    if (length.length == 0) {
      return Optional.empty();
    }
    if (length.length < LENGTH_BYTES) {
      throw new MalformedFrame("the stream ends within the length of a frame");
    }
    int bytes = ByteBuffer.wrap(length).getInt();
    if (bytes < 2 || bytes > Frame.BYTES_MAX) {
      throw new MalformedFrame(
          "a frame has 2 to " + Frame.BYTES_MAX + " bytes, not " + Integer.toUnsignedString(bytes));
    }
    byte[] body = in.readNBytes(bytes);
    if (body.length < bytes) {
      throw new MalformedFrame("the stream ends within a frame");
    }
    return Optional.of(parse(body, side));
  }

  /// Writes the frame whole and flushes; [MalformedFrame] when it is larger than a frame may be.
  public static void write(OutputStream out, Frame frame) throws IOException, MalformedFrame {
    byte[] body = WRITER.writeValueAsBytes(frame);
    if (body.length > Frame.BYTES_MAX) {
      throw new MalformedFrame(
          "a frame has at most " + Frame.BYTES_MAX + " bytes, not " + body.length);
    }
    byte[] whole =
        ByteBuffer.allocate(LENGTH_BYTES + body.length).putInt(body.length).put(body).array();
    out.write(whole);
    out.flush();
  }

  private static <F extends Frame> F parse(byte[] body, Class<F> side)
      throws IOException, MalformedFrame {
    Frame frame;
    try {
      frame = READER.readValue(body);
    } catch (JsonProcessingException e) {
      throw new MalformedFrame("not a frame: " + e.getOriginalMessage(), e);
    }
    if (frame == null) {
      throw new MalformedFrame("not a frame: null");
    }
    if (!side.isInstance(frame)) {
      throw new MalformedFrame(
          "a " + frame.getClass().getSimpleName() + " frame may not come from this side");
    }
    return side.cast(frame);
  }
}
