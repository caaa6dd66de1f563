package braid.kernel.schedule;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/// A schedule as text for a link: the rules it was made under, the source it belongs to, and the
/// choices made; or, where these would be too long, the seed alone, from which the same strategy
/// makes them again. `code` fields are the ordinals the runner gives its enums. Immutable.
///
/// @param choices empty when the seed alone decides
public record ScheduleToken(
    int strategy,
    int atomicity,
    int asyncio,
    int cores,
    boolean hasGil,
    long seed,
    int sourcePrefix,
    Optional<Recorded> choices) {
  /// One of event loops that go first in, first out.
  public ScheduleToken(
      int strategy,
      int atomicity,
      int cores,
      boolean hasGil,
      long seed,
      int sourcePrefix,
      Optional<Recorded> choices) {
    this(strategy, atomicity, 0, cores, hasGil, seed, sourcePrefix, choices);
  }

  private static final int VERSION = 2;
  private static final int ASYNCIO_UNIT = 16;
  private static final int CHOICES_BYTES_MAX = 1_200;

  /// Choices as read from a token or recorded by a kernel; opaque outside. Equal to the same ones.
  public static final class Recorded {
    final Choices choices;

    public Recorded(Choices choices) {
      this.choices = choices;
    }

    /// How many choices both begin with.
    public int common(Recorded other) {
      return choices.common(other.choices);
    }

    /// A strategy that makes these choices again.
    public Strategy strategy() {
      return new Replay(choices);
    }

    @Override
    public boolean equals(Object other) {
      return this == other
          || (other instanceof Recorded it
              && it.choices.size() == choices.size()
              && common(it) == choices.size());
    }

    @Override
    public int hashCode() {
      return choices.size();
    }
  }

  /// The first four bytes of a source's hash, given in hexadecimal.
  public static int prefixOf(String sourceHash) {
    return HexFormat.fromHexDigits(sourceHash, 0, 8);
  }

  /// A strategy that makes these choices again.
  public Optional<Strategy> replay() {
    return choices.map(Recorded::strategy);
  }

  /// The token as text.
  public String write() {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    head.write(VERSION);
    head.write(strategy);
    head.write(asyncio * ASYNCIO_UNIT + atomicity * 2 + (hasGil ? 1 : 0));
    head.write(cores);
    Varint.write(head, seed);
    head.writeBytes(ByteBuffer.allocate(4).putInt(sourcePrefix).array());
    ByteArrayOutputStream tail = new ByteArrayOutputStream();
    choices
        .filter(recorded -> recorded.choices.isWhole())
        .ifPresent(recorded -> recorded.choices.writeTo(tail));
    boolean isShort = choices.isPresent() && tail.size() <= CHOICES_BYTES_MAX;
    head.write(isShort ? 1 : 0);
    if (isShort) {
      head.writeBytes(tail.toByteArray());
    }
    return Base64.getUrlEncoder().withoutPadding().encodeToString(head.toByteArray());
  }

  /// Reads a token; throws [UnfitSchedule] when the text is none.
  public static ScheduleToken read(String text) {
    ByteBuffer in;
    try {
      in = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
    } catch (IllegalArgumentException e) {
      throw new UnfitSchedule("this is no schedule: " + e.getMessage());
    }
    if (in.remaining() < 10) {
      throw new UnfitSchedule("this schedule is cut off");
    }
    int version = in.get();
    if (version != VERSION) {
      throw new UnfitSchedule("this schedule is of version " + version + ", not " + VERSION);
    }
    int strategy = in.get();
    int flags = in.get();
    int cores = in.get();
    long seed = Varint.read(in);
    if (in.remaining() < 5) {
      throw new UnfitSchedule("this schedule is cut off");
    }
    int prefix = in.getInt();
    Optional<Recorded> choices =
        in.get() == 1 ? Optional.of(new Recorded(Choices.read(in))) : Optional.empty();
    boolean hasGil = (flags & 1) == 1;
    int atomicity = flags % ASYNCIO_UNIT >> 1;
    int asyncio = flags / ASYNCIO_UNIT;
    return new ScheduleToken(strategy, atomicity, asyncio, cores, hasGil, seed, prefix, choices);
  }
}
