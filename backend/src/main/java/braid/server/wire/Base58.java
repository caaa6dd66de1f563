package braid.server.wire;

import java.math.BigInteger;
import java.security.SecureRandom;

/// Short names of digits and letters that cannot be mistaken for each other.
public final class Base58 {
  private static final String DIGITS = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
  private static final BigInteger BASE = BigInteger.valueOf(DIGITS.length());

  /// Enough for 93 bits: nobody guesses another's run.
  private static final int RANDOM_CHARS = 16;

  private Base58() {}

  /// A name nobody can guess.
  public static String random(SecureRandom random) {
    StringBuilder name = new StringBuilder(RANDOM_CHARS);
    for (int i = 0; i < RANDOM_CHARS; i++) {
      name.append(DIGITS.charAt(random.nextInt(DIGITS.length())));
    }
    return name.toString();
  }

  /// The first characters of the name of a hash.
  public static String of(byte[] hash, int chars) {
    BigInteger rest = new BigInteger(1, hash);
    StringBuilder name = new StringBuilder(chars);
    for (int i = 0; i < chars; i++) {
      BigInteger[] parts = rest.divideAndRemainder(BASE);
      name.append(DIGITS.charAt(parts[1].intValue()));
      rest = parts[0];
    }
    return name.toString();
  }
}
