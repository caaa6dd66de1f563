package braid.kernel.schedule;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/// Numbers of seven bits a byte, the low ones first (LEB128).
final class Varint {
  private Varint() {}

  static void write(ByteArrayOutputStream out, long value) {
    long rest = value;
    while (Long.compareUnsigned(rest, 0x7F) > 0) {
      out.write((int) (rest & 0x7F) | 0x80);
      rest >>>= 7;
    }
    out.write((int) rest);
  }

  static long read(ByteBuffer in) {
    long value = 0;
    for (int shift = 0; shift < Long.SIZE; shift += 7) {
      if (!in.hasRemaining()) {
        throw new UnfitSchedule("this schedule is cut off");
      }
      byte next = in.get();
      value |= (long) (next & 0x7F) << shift;
      if (next >= 0) {
        return value;
      }
    }
    throw new UnfitSchedule("this is no schedule");
  }
}
