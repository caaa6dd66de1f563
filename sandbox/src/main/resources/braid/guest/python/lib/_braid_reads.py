"""Expressions that read, or change, all of a container: calls, operators, conditions.

A part of `_braid_memory`, which is to be read first; what functions do is known by their names
(`_braid_callees`), and `_braid_accesses` and `_braid_iterators` answer the calls put in here.
"""

import _ast as ast

import _braid_callees as callees
from _braid_named import TELLING as NAMED

_STORE = ast.Store()
NEW = (ast.Call, ast.GeneratorExp)  # what these give is nobody else's yet
_NO_ITEMS = (ast.Constant, ast.Starred, ast.JoinedStr, ast.GeneratorExp, ast.BinOp, ast.Compare)
_TAKING_NUMBERS = (ast.Mod, ast.Mult)  # and containers: `"%s" % found`, `found * 2`
_LOOKING = (ast.Eq, ast.NotEq, ast.Lt, ast.LtE, ast.Gt, ast.GtE)


def _has_constant(*operands):
    return any(type(each) is ast.Constant for each in operands)


def _is_view(node):
    """Whether it is `table.items()` or the like."""
    return type(node) is ast.Call and type(node.func) is ast.Attribute \
        and node.func.attr in callees.VIEWS and not node.args and not node.keywords


class Reads:
    """The rewriting of these expressions, for `Memory`."""

    def _call(self, node):
        function = node.func
        name = getattr(function, "attr", None) or getattr(function, "id", "")
        is_builtin = type(function) is ast.Name and self.scope.owner(name) is None
        how = callees.reading(name, is_builtin, node)
        are_new = [isinstance(argument, NEW) for argument in node.args]
        if type(function) is ast.Attribute:
            function.value = self.expression(function.value)
        else:
            node.func = self.expression(function)
        node.args = [self._argument(each, callees.viewing(how, name)) for each in node.args]
        for keyword in node.keywords:
            keyword.value = self.expression(keyword.value)
            if keyword.arg is None:
                keyword.value = self._whole(keyword.value)
        if type(function) is ast.Attribute and name in callees.RESUMING:
            self._through(node, "resumed")
        elif type(function) is ast.Attribute and name in callees.METHODS:
            if not self.is_kept(function.value):
                self._through(node, "do")
        elif is_builtin and (name in ("next", "open") or name in NAMED):
            node.args = [self.line(), *node.args]
            node.func = self.name(f"__braid_{name}__")
        else:
            self._reading(node, how, are_new)
        return self.call("__braid_called__", node, self.line()) if self.is_gil else node

    def _argument(self, node, viewing):
        """One of a call whose result does not depend on the order of the items it is given."""
        if viewing is None or not _is_view(node):
            return self.expression(node)
        outer, self.at = self.at, node
        node.func.value = self.expression(node.func.value)
        self._through(node, viewing)
        told = self.call("__braid_called__", node, self.line()) if self.is_gil else node
        self.at = outer
        return told

    def _through(self, node, function):
        """The method is called by a function of ours."""
        node.args = [node.func, self.line(), *node.args]
        node.func = self.name(f"__braid_{function}__")

    def _reading(self, node, how, are_new):
        """Arguments whose items the function is going to read, if they have any."""
        if how is None or not (node.args or node.keywords):
            return
        is_apart = not any(isinstance(argument, ast.Starred) for argument in node.args)
        if how == "changed" and is_apart:
            how = (how,)
        elif how not in ("logged", "shown") and is_apart:
            how = tuple("whole" if is_new else how for is_new in are_new)
        node.args = [self.constant(how), node.func, self.line(), *node.args]
        node.func = self.name("__braid_looking__")

    def _whole(self, argument, how="whole"):
        if isinstance(argument, _NO_ITEMS):
            return argument
        return self.call(f"__braid_{how}__", argument, self.line())

    def _operation(self, node):
        """Of containers it reads all: `found + more`."""
        is_plain = not isinstance(node.op, _TAKING_NUMBERS) and _has_constant(node.left, node.right)
        is_apart = type(node.op) is ast.Mod and type(node.right) is ast.Tuple
        node.left, node.right = self.expression(node.left), self.expression(node.right)
        if is_apart:
            node.right = self.made(ast.Call, self.name("__braid_formatted__"),
                                   [self.line(), *node.right.elts], [])
        elif type(node.op) is ast.Mod and type(node.left) is ast.Constant:
            node.right = self._whole(node.right, "shown")
        elif not is_plain:
            node.left, node.right = self._both("whole", node.left, node.right)
        return node

    def _both(self, how, left, right):
        """Two operands that an operator looks into when both are there."""
        if _has_constant(left, right) or not self.can_name():
            alone = "counted" if how == "compared" else how
            return self._whole(left, alone), self._whole(right, alone)
        name = self.temporary()
        named = self.made(ast.NamedExpr, self.name(name, _STORE), left)
        return named, self.call("__braid_beside__", self.constant(how), self.name(name), right,
                                self.line())

    def added(self, name, value):
        """What is added to a variable: a container that it holds is changed in its place."""
        told = self.expression(value)
        if isinstance(value, ast.Constant) or self.scope.keeps(name):
            return told
        return self.call("__braid_beside__", self.constant("grown"), self.name(name), told,
                         self.line())

    def _formatted(self, node):
        """A part of an f-string."""
        node.value = self._whole(self.expression(node.value), "shown")
        return node

    def _starred(self, node):
        """`*items`, where it is no target."""
        if type(node.ctx) is ast.Load:
            node.value = self._drained(node.value)
        return node

    def _compare(self, node):
        is_plain = _has_constant(node.left, *node.comparators)
        node.left = self.expression(node.left)
        node.comparators = self.expressions(node.comparators)
        if not is_plain and isinstance(node.ops[0], _LOOKING):
            how = "compared" if isinstance(node.ops[0], (ast.Eq, ast.NotEq)) else "whole"
            if len(node.comparators) == 1:
                node.left, node.comparators[0] = self._both(how, node.left, node.comparators[0])
            else:
                node.left = self._whole(node.left)
                node.comparators = [self._whole(each) for each in node.comparators]
        if len(node.ops) == 1 and type(node.ops[0]) in (ast.In, ast.NotIn):
            found = self.call("__braid_in__", node.left, node.comparators[0], self.line())
            return found if type(node.ops[0]) is ast.In \
                else self.made(ast.UnaryOp, ast.Not(), found)
        return node

    def _dictionary(self, node):
        """`{**more}` reads all of the other."""
        told = self.expressions(node.values)
        node.values = [self._whole(value) if key is None else value
                       for key, value in zip(node.keys, told)]
        node.keys = self.expressions(node.keys)
        return node

    def taken_apart(self, node):
        """What is assigned to several names."""
        is_display = isinstance(node, (ast.Tuple, ast.List))
        return self.expression(node) if is_display else self._drained(node)

    def _drained(self, node):
        return self._whole(self.expression(node), "whole" if isinstance(node, NEW) else "drained")

    def read_whole(self, node):
        """An expression whose items are read, if it has any."""
        return self._whole(self.expression(node))

    def truth(self, node):
        """A condition: of a container it reads whether there is anything in it."""
        if isinstance(node, (ast.Name, ast.Attribute, ast.Subscript)):
            return self._whole(self.expression(node), "counted")
        return self.expression(node)

    def _boolean(self, node):
        node.values = [self.truth(each) for each in node.values]
        return node

    def _unary(self, node):
        node.operand = self.truth(node.operand) if isinstance(node.op, ast.Not) \
            else self.expression(node.operand)
        return node

    def _conditional(self, node):
        node.test = self.truth(node.test)
        node.body, node.orelse = self.expression(node.body), self.expression(node.orelse)
        return node
