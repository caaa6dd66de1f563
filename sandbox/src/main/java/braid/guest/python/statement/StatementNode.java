package braid.guest.python.statement;

import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.instrumentation.ExecutionEventNode;
import com.oracle.truffle.api.source.SourceSection;

/// Stands beside one statement of the user's in the engine's tree. Confined to the task that has
/// control.
final class StatementNode extends ExecutionEventNode {
  private final Statements statements;
  private final SourceSection place;
  private final int line;

  StatementNode(Statements statements, SourceSection place) {
    this.statements = statements;
    this.place = place;
    this.line = place.getStartLine();
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
    statements.failed(exception, place);
    Frames.keep(frame.materialize(), this);
  }
}
