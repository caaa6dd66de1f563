"""The bytecode of compound statements: conditions, loops and `with`. Part of `_braid_bytecode`."""

from _braid_assembly import Instruction, Label
from _braid_bytecode import Bytecode


class Loop:
    """Where `continue` and `break` go."""

    def __init__(self, is_for):
        self.head, self.end, self.is_for = Label(), Label(), is_for


class Blocks(Bytecode):
    """Bytecode whose statements may hold others."""

    def _If(self, node):
        other = Label()
        self._jump_unless(node.test, other, False)
        self._body(node.body)
        if node.orelse:
            end = Label()
            self._jump(end)
            self.items.append(other)
            self._body(node.orelse)
            other = end
        self.items.append(other)

    def _jump(self, label):
        self.items.append(Instruction("JUMP", label, None))

    def _While(self, node):
        loop = Loop(is_for=False)
        self.loops.append(loop)
        self.items.append(loop.head)
        body, leave = Label(), Label()
        self._jump_unless(node.test, leave, False)
        self.items.append(body)
        self._body(node.body)
        self.line = node.lineno
        self._jump_unless(node.test, body, True)
        self.loops.pop()
        self.items.append(leave)
        self._body(node.orelse)
        self.items.append(loop.end)

    def _For(self, node):
        loop = Loop(is_for=True)
        self.loops.append(loop)
        self._visit(node.iter)
        self._add("GET_ITER")
        self.items.append(loop.head)
        leave = Label()
        self._add("FOR_ITER", leave)
        self._store(node.target)
        self._body(node.body)
        self._jump(loop.head)
        self.loops.pop()
        self.line = node.lineno
        self.items.append(leave)
        self._add("END_FOR")
        self._body(node.orelse)
        self.items.append(loop.end)

    def _Continue(self, node):
        self._leave_loop(node)
        self._add("JUMP", self.loops[-1].head)

    def _Break(self, node):
        self._leave_loop(node)
        self._add("NOP")
        if self.loops[-1].is_for:
            self._add("POP_TOP")
        self._add("JUMP", self.loops[-1].end)

    def _leave_loop(self, node):
        if self.guards:
            raise NotImplementedError(f"line {node.lineno}: the bytecode of"
                                      f" {type(node).__name__.lower()} inside `with` is not modelled")

    def _With(self, node):
        item = node.items[0]
        if self.guards or len(node.items) > 1:
            raise NotImplementedError(
                f"line {node.lineno}: the bytecode of `with` inside `with` is not modelled")
        self._visit(item.context_expr)
        self._add("BEFORE_WITH")
        guard = Guard(len([loop for loop in self.loops if loop.is_for]))
        self.items.append(guard.start)
        if item.optional_vars is None:
            self._add("POP_TOP")
        else:
            self._store(item.optional_vars)
        self.guards.append(guard)
        self._body(node.body)
        self.guards.pop()
        self.line = node.lineno
        self.items.append(guard.stop)
        for _ in range(3):
            self._add("LOAD_CONST", self._constant(None))
        self._add("CALL", 2)
        self._add("POP_TOP")
        self._handler(guard)
        self.items.append(guard.after)
        self.handled.append(guard)

    def _handler(self, guard):
        """What is done when the body has raised; it stands at the end of the code."""
        warm, self.items = self.items, []
        swallowed = Label()
        self.items.append(guard.handler)
        self._add("PUSH_EXC_INFO")
        self._add("WITH_EXCEPT_START")
        self._add("POP_JUMP_IF_TRUE", swallowed)
        self._add("RERAISE", 2)
        self.items.append(swallowed)
        self._add("POP_TOP")
        self.items.append(guard.stop_handling)
        for name in ("POP_EXCEPT", "POP_TOP", "POP_TOP"):
            self._add(name)
        self._add("JUMP", guard.after)
        self.items.append(guard.cleanup)
        self._add("COPY", 3)
        self._add("POP_EXCEPT")
        self._add("RERAISE", 1)
        self.cold += self.items
        self.items = warm

    def _exceptions(self):
        """Rows (start, end, target, depth) of the table that `dis` shows below the code."""
        rows = []
        for guard in self.handled:
            rows.append((guard.start.offset, guard.stop.offset, guard.handler.offset, guard.depth + 1))
            rows.append((guard.handler.offset, guard.stop_handling.offset, guard.cleanup.offset,
                         guard.depth + 3))
        return sorted(rows)


class Guard:
    """The places of one `with`; `depth` is how much lies below it on the stack."""

    def __init__(self, depth):
        self.depth = depth
        self.start, self.stop, self.handler, self.stop_handling, self.cleanup, self.after = (
            Label() for _ in range(6))
        self.handler.is_handler = self.cleanup.is_handler = True
