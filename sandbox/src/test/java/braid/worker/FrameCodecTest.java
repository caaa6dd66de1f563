package braid.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import braid.program.Language;
import braid.program.Limits;
import braid.program.Program;
import braid.program.Settings;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrameCodecTest {
  private static final Program PROGRAM =
      new Program(Language.PYTHON, "main.py", "print('한')\n", Settings.DEFAULT, Limits.DEFAULT);

  @Test
  void every_frame_comes_back_as_it_was() throws Exception {
    assertEquals(PROGRAM, through(new Frame.Run(PROGRAM), Frame.Run.class).program());
    for (Frame frame :
        List.of(
            new Frame.Stop(),
            new Frame.Rest(false),
            new Frame.Ready("virtual", 3),
            new Frame.Entries(List.of("{\"a\":\"é\"}", "")),
            new Frame.Finished("ab", 2, 5, true))) {
      assertEquals(frame, through(frame, Frame.class));
    }
  }

  @Test
  void two_frames_in_one_stream_are_two_and_then_it_ends() throws Exception {
    byte[] one = bytes(new Frame.Stop());
    byte[] both = Arrays.copyOf(one, 2 * one.length);
    System.arraycopy(one, 0, both, one.length, one.length);
    var in = new ByteArrayInputStream(both);
    assertTrue(FrameCodec.read(in, Frame.ToWorker.class).isPresent());
    assertTrue(FrameCodec.read(in, Frame.ToWorker.class).isPresent());
    assertEquals(Optional.empty(), FrameCodec.read(in, Frame.ToWorker.class));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "null",
        "[]",
        "{}",
        "{\"kind\":\"open\"}",
        "{\"kind\":\"ready\"}",
        "{\"kind\":\"ready\",\"tasks\":null,\"runs\":1}",
        "{\"kind\":\"ready\",\"tasks\":\"virtual\",\"runs\":null}",
        "{\"kind\":\"ready\",\"tasks\":\"virtual\",\"runs\":1,\"more\":1}",
        "{\"kind\":\"ready\",\"tasks\":\"a\",\"tasks\":\"b\",\"runs\":1}",
        "{\"kind\":\"ready\",\"tasks\":\"virtual\",\"runs\":1} {}",
        "{\"kind\":\"entries\",\"lines\":[null]}",
        "{\"kind\":\"entries\",\"lines\":\"x\"}",
        "{\"kind\":\"stop\"}",
        "{\"kind\":\"finished\",\"traceHash\":\"\",\"entries\":1}"
      })
  void what_is_no_frame_of_the_worker_is_refused(String json) {
    assertRefused(framed(json.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void a_length_that_is_negative_or_too_large_is_refused_without_reading_on() {
    assertRefused(ByteBuffer.allocate(4).putInt(-1).array());
    assertRefused(ByteBuffer.allocate(4).putInt(Frame.BYTES_MAX + 1).array());
  }

  @Test
  void a_stream_that_ends_within_a_frame_is_refused() {
    byte[] whole = bytes(new Frame.Ready("virtual", 1));
    for (int length = 1; length < whole.length; length++) {
      assertRefused(Arrays.copyOf(whole, length));
    }
  }

  @Test
  void brackets_without_end_are_refused() {
    assertRefused(framed("[".repeat(100_000).getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void a_frame_over_the_bound_is_not_written() {
    Frame large = new Frame.Entries(List.of("x".repeat(Frame.BYTES_MAX)));
    assertThrows(MalformedFrame.class, () -> FrameCodec.write(new ByteArrayOutputStream(), large));
  }

  private static void assertRefused(byte[] bytes) {
    assertThrows(
        MalformedFrame.class,
        () -> FrameCodec.read(new ByteArrayInputStream(bytes), Frame.FromWorker.class));
  }

  private static <F extends Frame> F through(Frame frame, Class<F> side) throws Exception {
    return FrameCodec.read(new ByteArrayInputStream(bytes(frame)), side).orElseThrow();
  }

  private static byte[] bytes(Frame frame) {
    var out = new ByteArrayOutputStream();
    try {
      FrameCodec.write(out, frame);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (MalformedFrame e) {
      throw new AssertionError(e);
    }
    return out.toByteArray();
  }

  private static byte[] framed(byte[] body) {
    return ByteBuffer.allocate(4 + body.length).putInt(body.length).put(body).array();
  }
}
