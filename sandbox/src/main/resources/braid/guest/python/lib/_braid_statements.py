"""Statements of a program whose shared memory is told: writes, and what each statement reads.

A write becomes two statements: the value first, then the call that tells (and at which others may
go first), then the assignment itself, so that nothing comes between the last two. Read
`_braid_memory` first.
"""

import _ast as ast

from _braid_shapes import calls, has_end, is_container, is_text, made_for, only_looks
from _braid_source import callee

_STORE = ast.Store()


class Statements:
    """Rewrites statements for one `Memory`."""

    def __init__(self, memory):
        self.memory = memory

    def body(self, statements):
        told = []
        for statement in statements:
            told.extend(self.statement(statement))
        return told

    def statement(self, node):
        memory = self.memory
        outer, memory.at = memory.at, node
        try:
            before = [memory.tell("__braid_at__")] if calls(node) else []
            return before + _STATEMENTS.get(type(node), Statements._plain)(self, node)
        finally:
            memory.at = outer

    def _plain(self, node):
        """A statement without statements or targets in it."""
        return [self.memory._children(node)]

    # ---- writes

    def _assign(self, node):
        memory = self.memory
        is_apart = any(isinstance(target, (ast.Tuple, ast.List)) for target in node.targets)
        value = memory.taken_apart(node.value) if is_apart else memory.expression(node.value)
        if not any(self._is_shared(target) for target in node.targets):
            node.value = value
            return [node, *self._owned(node)]
        temporary = memory.temporary()
        told = [memory.made(ast.Assign, [memory.name(temporary, _STORE)], value)]
        for target in node.targets:
            told.extend(self._store(target, temporary))
        return [*told, *self._owned(node, memory.name(temporary))]

    def _owned(self, node, value=None):
        """A container gets its name, and the task that makes it, where it is made (as `value`)."""
        for target, made in made_for(node.targets[0], node.value):
            known = value if made is node.value else None
            is_new = is_container(made) or (type(made) is ast.Call and known)
            if is_new and not self.memory.is_kept(target):
                yield from self._own(target, known)

    def _own(self, target, value):
        memory = self.memory
        if type(target) is ast.Name:
            text, held = target.id, memory.name(target.id)
        elif type(target) is ast.Attribute and type(target.value) is ast.Name:
            text = f"{target.value.id}.{target.attr}"
            held = memory.made(ast.Attribute, memory.name(target.value.id), target.attr, ast.Load())
        else:
            return []
        return [memory.tell("__braid_own__", value or held, memory.constant(text))]

    def _annotated(self, node):
        if node.value is None or type(node.target) is not ast.Name \
                or not self._is_shared(node.target):
            node.value = self.memory.expression(node.value)
            return [node]
        return self._assign(self.memory.made(ast.Assign, [node.target], node.value))

    def _augmented(self, node):
        memory = self.memory
        target = node.target
        if type(target) is ast.Name and not self._is_shared(target):
            node.value = memory.added(target.id, node.value)
            return [node]
        told, parts = self._parts(target)
        temporary = memory.temporary()
        read = memory.expression(self._again(target, parts, ast.Load()))
        told.append(memory.made(ast.Assign, [memory.name(temporary, _STORE)], read))
        told.append(memory.made(ast.AugAssign, memory.name(temporary, _STORE), node.op,
                                memory.added(temporary, node.value)))
        return told + self._write(target, parts, temporary)

    def _store(self, target, temporary):
        """Statements that put what a temporary variable holds into a target."""
        memory = self.memory
        if isinstance(target, (ast.Tuple, ast.List)):
            return self._unpack(target, temporary)
        if isinstance(target, ast.Starred):
            return self._store(target.value, temporary)
        if not self._is_shared(target):
            return [memory.made(ast.Assign, [target], memory.name(temporary))]
        told, parts = self._parts(target)
        return told + self._write(target, parts, temporary)

    def _unpack(self, target, temporary):
        memory = self.memory
        names, inner = [], []
        for element in target.elts:
            part = memory.temporary()
            name = memory.name(part, _STORE)
            names.append(memory.made(ast.Starred, name, _STORE)
                         if isinstance(element, ast.Starred) else name)
            inner.extend(self._store(element, part))
        unpacked = memory.made(type(target), names, _STORE)
        return [memory.made(ast.Assign, [unpacked], memory.name(temporary)), *inner]

    def _parts(self, target):
        """Statements that evaluate what a target consists of, and the names they give it."""
        memory = self.memory
        if type(target) is ast.Name:
            return [], ()
        told, names = [], []
        for part in (target.value, getattr(target, "slice", None)):
            if part is not None:
                if type(part) is ast.Name and memory.variable(part.id) is None:
                    names.append(part.id)
                    continue
                name = memory.temporary()
                names.append(name)
                told.append(memory.made(ast.Assign, [memory.name(name, _STORE)],
                                        memory.expression(part)))
        return told, names

    def _again(self, target, parts, context):
        """The target, made of the names its parts have."""
        memory = self.memory
        if type(target) is ast.Name:
            return memory.name(target.id, context)
        base = memory.name(parts[0])
        if type(target) is ast.Attribute:
            return memory.made(ast.Attribute, base, target.attr, context)
        return memory.made(ast.Subscript, base, memory.name(parts[1]), context)

    def _write(self, target, parts, temporary):
        memory = self.memory
        guard = self._guard(target, parts)
        if guard is None:
            return [memory.made(ast.Assign, [self._again(target, parts, _STORE)],
                                memory.name(temporary))]
        wanted = memory.made(ast.Expr, memory.call("__braid_value__", memory.name(temporary)))
        return [memory.made(ast.If, guard, [wanted], []),
                memory.made(ast.Assign, [self._again(target, parts, _STORE)],
                            memory.name(temporary))]

    def _guard(self, target, parts, is_stored=True):
        """The call that tells of a write, or that something is deleted."""
        memory = self.memory
        writes, line = memory.constant(True), memory.line()
        if type(target) is ast.Name:
            shared = memory.variable(target.id)
            return shared and memory.call(f"__braid_{shared[0]}__", *shared[1], writes, line)
        if type(target) is ast.Attribute:
            name = memory.constant(memory.attribute_name(target.attr))
            return memory.call("__braid_attribute__", memory.name(parts[0]), name, writes, line)
        return memory.call("__braid_item__", memory.name(parts[0]), memory.name(parts[1]),
                           memory.constant(is_stored), line)

    def _is_shared(self, target):
        if isinstance(target, (ast.Tuple, ast.List)):
            return any(self._is_shared(element) for element in target.elts)
        if isinstance(target, ast.Starred):
            return self._is_shared(target.value)
        if type(target) is ast.Name:
            return self.memory.variable(target.id) is not None
        if type(target) is ast.Attribute:
            return self.memory.is_shared_attribute(target)
        return True

    def _delete(self, node):
        told = []
        for target in node.targets:
            if type(target) is ast.Name or not self._is_shared(target):
                told.append(self.memory.made(ast.Delete, [target]))
                continue
            before, parts = self._parts(target)
            told += before
            told.append(self.memory.made(ast.Expr, self._guard(target, parts, is_stored=False)))
            told.append(self.memory.made(ast.Delete, [self._again(target, parts, ast.Del())]))
        return told

    # ---- statements with bodies

    def _for(self, node):
        memory = self.memory
        node.iter = memory.iterated(node.iter) if type(node) is ast.For \
            else memory.expression(node.iter)
        first = self._turn(node)
        if self._is_shared(node.target):
            temporary = memory.temporary()
            first += self._store(node.target, temporary)
            node.target = memory.name(temporary, _STORE)
        node.body = first + self.body(node.body)
        node.orelse = self.body(node.orelse)
        return [node]

    def _turn(self, node):
        """What every turn of a loop begins with, unless its first statement does."""
        at = [] if calls(node.body[0]) else [self.memory.tell("__braid_at__")]
        if has_end(node):
            at.append(self.memory.made(ast.Expr, self.memory.call("__braid_turned__")))
        return [*at, self.memory.tell("__braid_point__")] if self.memory.is_gil else at

    def _while(self, node):
        memory = self.memory
        is_busy_wait = only_looks(node, lambda name: memory.scope.owner(name) is None,
                                  memory.functions)
        node.test = memory.truth(node.test)
        node.body = [*self._turn(node), *self.body(node.body)]
        node.orelse = self.body(node.orelse)
        if not is_busy_wait:
            return [node]
        node.body.append(memory.made(ast.Expr, memory.call("__braid_found_nothing__")))
        return [memory.made(ast.Expr, memory.call("__braid_watching__")), node]

    def _if(self, node):
        node.test = self.memory.truth(node.test)
        node.body, node.orelse = self.body(node.body), self.body(node.orelse)
        return [node]

    def _with(self, node):
        memory = self.memory
        first, last = [], []
        for item in node.items:
            if callee(item.context_expr) == "open" and type(item.optional_vars) is ast.Name:
                last.append(memory.tell("__braid_closing__", memory.name(item.optional_vars.id)))
            item.context_expr = memory.expression(item.context_expr)
            if item.optional_vars is not None and self._is_shared(item.optional_vars):
                temporary = memory.temporary()
                first += self._store(item.optional_vars, temporary)
                item.optional_vars = memory.name(temporary, _STORE)
        node.body = first + self.body(node.body) + last
        return [node]

    def _try(self, node):
        node.body, node.orelse = self.body(node.body), self.body(node.orelse)
        for handler in node.handlers:
            body = self.body(handler.body)
            caught = self.memory.made(ast.Expr, self.memory.call("__braid_caught__"))
            handler.body = [caught, *body]
        node.finalbody = self.body(node.finalbody)
        return [node]

    def _match(self, node):
        node.subject = self.memory.read_whole(node.subject)
        for case in node.cases:
            case.guard = self.memory.expression(case.guard)
            case.body = self.body(case.body)
        return [node]

    def _function(self, node):
        memory = self.memory
        memory.outside(node)
        outer, memory.scope = memory.scope, memory.scopes.of[node]
        body = self.body(node.body)
        place = 1 if is_text(node.body[0]) else 0
        marker = memory.scope.marker
        if marker is not None:
            made = memory.call("__braid_scope__", memory.constant(node.name))
            body.insert(place, memory.made(ast.Assign, [memory.name(marker, _STORE)], made))
        if memory.is_gil:
            body.insert(place, memory.tell("__braid_point__"))
        node.body = body
        memory.scope = outer
        return [node]

    def _class(self, node):
        memory = self.memory
        node.decorator_list = memory.expressions(node.decorator_list)
        node.bases = memory.expressions(node.bases)
        outer, memory.scope = memory.scope, memory.scopes.of[node]
        outer_name, memory.class_name = memory.class_name, node.name
        node.body = self.body(node.body)
        memory.scope, memory.class_name = outer, outer_name
        return [node]


_STATEMENTS = {
    ast.Assign: Statements._assign, ast.AnnAssign: Statements._annotated,
    ast.AugAssign: Statements._augmented, ast.Delete: Statements._delete,
    ast.For: Statements._for, ast.AsyncFor: Statements._for, ast.While: Statements._while,
    ast.If: Statements._if, ast.With: Statements._with, ast.AsyncWith: Statements._with,
    ast.Try: Statements._try, ast.Match: Statements._match,
    ast.FunctionDef: Statements._function, ast.AsyncFunctionDef: Statements._function,
    ast.ClassDef: Statements._class,
    **{kind: lambda self, node: [node] for kind in (ast.Global, ast.Nonlocal, ast.Import,
                                                    ast.ImportFrom, ast.Pass, ast.Break,
                                                    ast.Continue)},
}
