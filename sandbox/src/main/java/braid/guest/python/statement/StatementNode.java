package braid.guest.python.statement;

import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.instrumentation.ExecutionEventNode;

/// Stands beside one statement of the user's in the engine's tree. Confined to the task that has
/// control.
final class StatementNode extends ExecutionEventNode {
  private final Statements statements;
  private final int line;

  StatementNode(Statements statements, int line) {
    this.statements = statements;
    this.line = line;
  }

  @Override
  protected void onEnter(VirtualFrame frame) {
    statements.enter(line);
  }

  @Override
  protected void onReturnValue(VirtualFrame frame, Object result) {
    statements.leave(line);
  }

  @Override
  protected void onReturnExceptional(VirtualFrame frame, Throwable exception) {
    statements.leave(line);
    Frames.keep(frame.materialize(), this);
  }
}
