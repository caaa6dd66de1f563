package braid.guest.python.call;

import com.oracle.truffle.api.exception.AbstractTruffleException;

/// What one of our methods threw, on its way through guest code: to it this is an exception like
/// any other, so its `finally` blocks are executed.
@SuppressWarnings("serial")
final class CallFailed extends AbstractTruffleException {
  private CallFailed(Throwable cause) {
    super(cause.toString(), cause, 0, null);
  }

  /// What to throw in the place of `thrown`. Errors go on as they are.
  static RuntimeException of(Throwable thrown) {
    return switch (thrown) {
      case Error error -> throw error;
      case AbstractTruffleException guests -> guests;
      default -> new CallFailed(thrown);
    };
  }
}
