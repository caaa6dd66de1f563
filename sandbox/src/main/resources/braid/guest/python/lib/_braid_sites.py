"""Where in a program objects are made: every call in the source, with what its result is put into.

Enters: the source of the user's file. Leaves: for each line, the calls on it as `Site`s. It reads
the syntax tree only; what a loop counter or a dictionary key is at run time, `_braid_names` asks.
"""

import _ast
import sys

COLUMNS_ARE_BYTES = sys.implementation.name == "cpython"  # GraalPy counts characters
ONLY_AST = 0x400
APPENDING = frozenset(("append", "appendleft", "add", "put", "push", "put_nowait"))
PASSING_ON = frozenset(("list", "tuple", "set", "frozenset", "deque", "sorted", "OrderedDict"))


class Site:
    """One call: `callee` is the last word of what is called, `place` where the result goes.

    A place is a tuple tagged by its first part: ("text", name), ("item", base, key node),
    ("count", place of the whole, generators), ("append", list node), ("names", [name, ...]),
    ("caller",) when the function's caller knows better, or None.
    """

    __slots__ = ("callee", "place", "line", "line_end", "column", "column_end", "turns", "count",
                 "frame", "sizes")

    def __init__(self, node, place):
        function = node.func
        self.callee = getattr(function, "attr", None) or getattr(function, "id", "")
        self.place = place
        self.line, self.line_end = node.lineno, node.end_lineno
        self.column, self.column_end = node.col_offset, node.end_col_offset
        self.turns, self.count, self.frame, self.sizes = 0, -1, 0, ()


class Sites:
    """All calls of one source, found once. Confined to the guest's tasks, one at a time."""

    def __init__(self, source, filename, tree=None):
        text = source if isinstance(source, str) else source.decode("utf-8", "replace")
        self.lines = text.lstrip("\ufeff").splitlines()
        self.by_line = {}
        self.all = []
        self.parameters = {}
        self.class_name = ""
        if tree is None:
            tree = compile(source, filename, "exec", ONLY_AST, True)
        self._learn_parameters(tree)
        self._visit(tree, None)

    def text(self, node):
        """The source of a node when it stands on one line, without blanks at its ends."""
        if node.lineno != node.end_lineno or node.lineno > len(self.lines):
            return "?"
        line = self.lines[node.lineno - 1]
        if COLUMNS_ARE_BYTES and not line.isascii():
            return line.encode()[node.col_offset:node.end_col_offset].decode("utf-8", "replace")
        return line[node.col_offset:node.end_col_offset]

    def at(self, line):
        """The calls that start on the line or, failing that, the smallest that spans it."""
        found = self.by_line.get(line)
        if found is None:
            spanning = [s for s in self.all if s.line <= line <= s.line_end]
            found = [min(spanning, key=lambda s: s.line_end - s.line)] if spanning else []
            self.by_line[line] = found
        return found

    def _learn_parameters(self, tree):
        for node in nodes(tree):
            if type(node) is _ast.FunctionDef:
                self.parameters.setdefault(node.name, _names(node.args))
            elif type(node) is _ast.ClassDef:
                self._learn_class(node)

    def _learn_class(self, node):
        fields = []
        for child in node.body:
            if type(child) is _ast.FunctionDef and child.name == "__init__":
                self.parameters[node.name] = _names(child.args)[1:]
                return
            if type(child) is _ast.AnnAssign and type(child.target) is _ast.Name:
                fields.append(child.target.id)
        self.parameters[node.name] = fields

    def _visit(self, node, place):
        kind = type(node)
        visitor = _VISITORS.get(kind)
        if visitor is not None:
            visitor(self, node, place)
        else:
            self._children(node, place if kind in _TRANSPARENT else None)

    def _children(self, node, place=None):
        for field in node._fields:
            value = getattr(node, field, None)
            if isinstance(value, list):
                for child in value:
                    if isinstance(child, _ast.AST):
                        self._visit(child, place)
            elif isinstance(value, _ast.AST):
                self._visit(value, place)

    def _place(self, target):
        kind = type(target)
        if kind is _ast.Name:
            return ("text", self.class_name + target.id)
        if kind is _ast.Subscript:
            return ("item", self.text(target.value), target.slice)
        if kind is _ast.Tuple or kind is _ast.List:
            return ("names", [self.text(element) for element in target.elts])
        return ("text", self.text(target))

    def _assign(self, node, _):
        targets = node.targets if type(node) is _ast.Assign else [node.target]
        for target in targets:
            self._children(target)
        if node.value is None:
            return
        target, value = targets[0], node.value
        pairs = type(target) in _ROWS and type(value) in _ROWS
        if pairs and len(target.elts) == len(value.elts):
            for left, right in zip(target.elts, value.elts):
                self._visit(right, self._place(left))
        else:
            self._visit(value, self._place(target))

    def _call(self, node, place):
        site = Site(node, place)
        self._visit(node.func, None)
        self._arguments(node, site, place)
        if site.callee in ("__init__", "__new__"):
            site.place = ("caller",)
        self.all.append(site)
        self.by_line.setdefault(site.line, []).append(site)

    def _arguments(self, node, site, place):
        callee, function = site.callee, node.func
        names = self.parameters.get(callee, ())
        for index, argument in enumerate(node.args):
            if callee in PASSING_ON:
                inner = place
            elif callee in APPENDING and type(function) is _ast.Attribute:
                inner = ("append", function.value)
            elif callee == "setdefault" and index == 1:
                inner = ("item", self.text(function.value), node.args[0])
            elif callee == "submit" and index > 0:
                inner = self._parameter(node.args[0], index - 1)
            elif callee == "Condition":
                inner = ("text", place[1] + ".lock" if place and place[0] == "text" else "lock")
            else:
                inner = ("text", names[index]) if index < len(names) else None
            self._visit(argument, inner)
        for keyword in node.keywords:
            self._keyword(node, keyword, place)

    def _keyword(self, node, keyword, place):
        target = next((k.value for k in node.keywords if k.arg == "target"), None)
        if keyword.arg == "args" and target is not None and type(keyword.value) in _ROWS:
            for index, element in enumerate(keyword.value.elts):
                self._visit(element, self._parameter(target, index))
        elif getattr(node.func, "id", "") == "dict" and place and place[0] == "text":
            self._visit(keyword.value, ("text", f"{place[1]}[{keyword.arg!r}]"))
        else:
            self._visit(keyword.value, ("text", keyword.arg) if keyword.arg else None)

    def _parameter(self, function, index):
        name = getattr(function, "attr", None) or getattr(function, "id", "")
        names = self.parameters.get(name, ())
        if names and type(function) is _ast.Attribute and names[0] in ("self", "cls"):
            names = names[1:]
        return ("text", names[index]) if index < len(names) else None

    def _row(self, node, place):
        for index, element in enumerate(node.elts):
            inner = place
            if place and place[0] == "text":
                inner = ("text", f"{place[1]}[{index}]")
            elif place and place[0] == "names":
                inner = ("text", place[1][index]) if index < len(place[1]) else None
            self._visit(element, inner)

    def _dict(self, node, place):
        for key, value in zip(node.keys, node.values):
            inner = ("item", place[1], key) if key is not None and place and place[0] == "text" \
                else None
            if key is not None:
                self._visit(key, None)
            self._visit(value, inner)

    def _comprehension(self, node, place):
        for generator in node.generators:
            self._children(generator)
        if type(node) is _ast.DictComp:
            self._visit(node.key, None)
            text = place[1] if place and place[0] == "text" else None
            self._visit(node.value, ("item", text, node.key) if text else place)
        elif place and place[0] in ("text", "count"):
            self._visit(node.elt, ("count", place, node.generators))
        else:
            self._visit(node.elt, place)

    def _named(self, node, _):
        self._visit(node.value, self._place(node.target))

    def _with(self, node, _):
        for item in node.items:
            target = item.optional_vars
            self._visit(item.context_expr, self._place(target) if target is not None else None)
        for child in node.body:
            self._visit(child, None)

    def _returned(self, node, _):
        self._children(node, ("caller",))

    def _function(self, node, _):
        outer, self.class_name = self.class_name, ""
        arguments = node.args
        given = arguments.posonlyargs + arguments.args
        for parameter, value in zip(given[len(given) - len(arguments.defaults):],
                                    arguments.defaults):
            self._visit(value, ("text", parameter.arg))
        for parameter, value in zip(arguments.kwonlyargs, arguments.kw_defaults):
            if value is not None:
                self._visit(value, ("text", parameter.arg))
        if type(node) is _ast.Lambda:
            self._visit(node.body, ("caller",))
        else:
            for child in node.decorator_list + node.body:
                self._visit(child, None)
        self.class_name = outer

    def _class(self, node, _):
        outer, self.class_name = self.class_name, node.name + "."
        for child in node.decorator_list + node.body:
            self._visit(child, None)
        self.class_name = outer


_ROWS = (_ast.Tuple, _ast.List)
_TRANSPARENT = (_ast.IfExp, _ast.BoolOp, _ast.BinOp, _ast.Starred, _ast.Await)
_VISITORS = {
    _ast.Assign: Sites._assign, _ast.AnnAssign: Sites._assign, _ast.Call: Sites._call,
    _ast.List: Sites._row, _ast.Tuple: Sites._row, _ast.Set: Sites._row, _ast.Dict: Sites._dict,
    _ast.ListComp: Sites._comprehension, _ast.SetComp: Sites._comprehension,
    _ast.GeneratorExp: Sites._comprehension, _ast.DictComp: Sites._comprehension,
    _ast.NamedExpr: Sites._named, _ast.With: Sites._with, _ast.AsyncWith: Sites._with,
    _ast.Return: Sites._returned, _ast.FunctionDef: Sites._function,
    _ast.AsyncFunctionDef: Sites._function, _ast.Lambda: Sites._function,
    _ast.ClassDef: Sites._class,
}


def nodes(tree):
    """Every node of a syntax tree."""
    pending = [tree]
    while pending:
        node = pending.pop()
        yield node
        for field in node._fields:
            value = getattr(node, field, None)
            if isinstance(value, list):
                pending.extend(child for child in value if isinstance(child, _ast.AST))
            elif isinstance(value, _ast.AST):
                pending.append(value)


def _names(arguments):
    return [parameter.arg for parameter in arguments.posonlyargs + arguments.args]
