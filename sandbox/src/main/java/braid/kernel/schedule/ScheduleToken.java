package braid.kernel.schedule;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/// A schedule as text for a link: the rules it was made under, the source it belongs to, and the
/// choices made, deflated (RFC 1951) where they are many; or, where these would be too long, the
/// seed alone, from which the same strategy makes them again. `code` fields are the ordinals the
/// runner gives its enums. Immutable.
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

  /// The same where no strategy would make them again from the seed: too much for some links, but
  /// fit for everything else.
  private static final int ALONE_BYTES_MAX = 5_900;

  private static final int NO_CHOICES = 0;
  private static final int CHOICES = 1;
  private static final int DEFLATED_CHOICES = 2;

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

  /// The token as text; `isMadeAgain`: so that its strategy makes the choices again from the seed.
  public String write(boolean isMadeAgain) {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    head.write(VERSION);
    head.write(strategy);
    head.write(asyncio * ASYNCIO_UNIT + atomicity * 2 + (hasGil ? 1 : 0));
    head.write(cores);
    Varint.write(head, seed);
    head.writeBytes(ByteBuffer.allocate(4).putInt(sourcePrefix).array());
    choices
        .map(recorded -> recorded.choices)
        .filter(Choices::isWhole)
        .ifPresentOrElse(
            made -> write(made, isMadeAgain ? CHOICES_BYTES_MAX : ALONE_BYTES_MAX, head),
            () -> head.write(NO_CHOICES));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(head.toByteArray());
  }

  private static void write(Choices choices, int bytesMax, ByteArrayOutputStream out) {
    byte[] plain = choices.write();
    if (plain.length <= CHOICES_BYTES_MAX) {
      out.write(CHOICES);
      out.writeBytes(plain);
      return;
    }
    byte[] deflated = Choices.deflated(plain);
    boolean isShort = deflated.length <= bytesMax;
    out.write(isShort ? DEFLATED_CHOICES : NO_CHOICES);
    out.writeBytes(isShort ? deflated : new byte[0]);
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
    Optional<Recorded> choices = readChoices(in.get(), in);
    boolean hasGil = (flags & 1) == 1;
    int atomicity = flags % ASYNCIO_UNIT >> 1;
    int asyncio = flags / ASYNCIO_UNIT;
    return new ScheduleToken(strategy, atomicity, asyncio, cores, hasGil, seed, prefix, choices);
  }

  private static Optional<Recorded> readChoices(int form, ByteBuffer in) {
    return switch (form) {
      case NO_CHOICES -> Optional.empty();
      case CHOICES -> Optional.of(new Recorded(Choices.read(in)));
      case DEFLATED_CHOICES -> Optional.of(new Recorded(Choices.readDeflated(in)));
      default -> throw new UnfitSchedule("this is no schedule");
    };
  }
}
