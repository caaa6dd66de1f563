"""The bytecode that CPython 3.12 makes of a function, for who looks at it with `dis`.

The engine compiles otherwise, so what a program shows is worked out here from its source: names,
attributes, items, calls, operators, conditions, loops and `with`. Everything else is refused by
name.
"""

import _ast as ast

from _braid_assembly import arranged, Instruction, Label, placed

_OPERATORS = {"Add": 0, "BitAnd": 1, "FloorDiv": 2, "LShift": 3, "MatMult": 4, "Mult": 5, "Mod": 6,
              "BitOr": 7, "Pow": 8, "RShift": 9, "Sub": 10, "Div": 11, "BitXor": 12}
_IN_PLACE = 13
_COMPARISONS = {"Lt": 2, "LtE": 26, "Eq": 40, "NotEq": 55, "Gt": 68, "GtE": 92}
_UNARY = {"USub": "UNARY_NEGATIVE", "Not": "UNARY_NOT", "Invert": "UNARY_INVERT"}
_BUILDS = {ast.List: "BUILD_LIST", ast.Tuple: "BUILD_TUPLE", ast.Set: "BUILD_SET"}
_CONVERSIONS = {-1: 0, 115: 1, 114: 2, 97: 3}


class Bytecode:
    """The code of one function or of a piece of source, and the tables its arguments point into."""

    def __init__(self, body, first_line, parameters=None, locals_=()):
        self.is_function = parameters is not None
        self.variables, self.locals = list(parameters or ()), frozenset(locals_)
        self.constants, self.names, self.loops = [], [], []
        self.cold, self.guards, self.handled = [], [], []
        self.items, self.line = [], first_line if self.is_function else 0
        self._add("RESUME", 0)
        if self.is_function:
            doc = body[0].value.value if _is_text(body[0]) else None
            self.constants.append(doc)
            body = body[1:] if _is_text(body[0]) else body
        self._body(body)
        self.line = None
        self._add("RETURN_CONST", self._constant(None))
        self.items = arranged(self.items + self.cold)
        self.line_starts = placed(self.items)
        self.exceptions = self._exceptions()

    def _add(self, name, argument=None):
        self.items.append(Instruction(name, argument, self.line))

    def _constant(self, value):
        for at, known in enumerate(self.constants):
            if type(known) is type(value) and known == value:
                return at
        self.constants.append(value)
        return len(self.constants) - 1

    def _name(self, name):
        if name not in self.names:
            self.names.append(name)
        return self.names.index(name)

    def _body(self, statements):
        for node in statements:
            self._visit(node)

    def _exceptions(self):
        return []

    def _visit(self, node):
        part = getattr(self, "_" + type(node).__name__, None)
        if part is None:
            raise NotImplementedError(
                f"line {node.lineno}: the bytecode of {type(node).__name__} is not modelled")
        before, self.line = self.line, node.lineno
        part(node)
        self.line = before

    def _Expr(self, node):
        if type(node.value) is not ast.Constant:
            self._visit(node.value)
            self._add("POP_TOP")

    def _Pass(self, node):
        self._add("NOP")

    def _Global(self, node):
        pass

    def _Assign(self, node):
        self._visit(node.value)
        for target in node.targets[:-1]:
            self._add("COPY", 1)
            self._store(target)
        self._store(node.targets[-1])

    def _AugAssign(self, node):
        target, kind = node.target, type(node.target)
        operator = _IN_PLACE + _OPERATORS[type(node.op).__name__]
        if kind is ast.Attribute:
            self._visit(target.value)
            self._add("COPY", 1)
            self._add("LOAD_ATTR", self._name(target.attr) << 1)
        elif kind is ast.Subscript:
            self._visit(target.value)
            self._visit(target.slice)
            self._add("COPY", 2)
            self._add("COPY", 2)
            self._add("BINARY_SUBSCR")
        else:
            self._visit(target)
        self._visit(node.value)
        self._add("BINARY_OP", operator)
        if kind is ast.Attribute:
            self._add("SWAP", 2)
            self._add("STORE_ATTR", self._name(target.attr))
        elif kind is ast.Subscript:
            self._add("SWAP", 3)
            self._add("SWAP", 2)
            self._add("STORE_SUBSCR")
        else:
            self._store(target)

    def _store(self, target):
        kind = type(target)
        if kind is ast.Name:
            self._access("STORE", target.id)
        elif kind is ast.Attribute:
            self._visit(target.value)
            self._add("STORE_ATTR", self._name(target.attr))
        elif kind is ast.Subscript:
            self._visit(target.value)
            self._visit(target.slice)
            self._add("STORE_SUBSCR")
        else:
            self._add("UNPACK_SEQUENCE", len(target.elts))
            for element in target.elts:
                self._store(element)

    def _access(self, verb, name, is_called=False):
        if name in self.locals and name not in self.variables:
            self.variables.append(name)
        if name in self.variables:
            if is_called:
                self._add("PUSH_NULL")
            self._add(verb + "_FAST", self.variables.index(name))
        elif not self.is_function:
            if is_called:
                self._add("PUSH_NULL")
            self._add(verb + "_NAME", self._name(name))
        elif verb == "LOAD":
            self._add("LOAD_GLOBAL", self._name(name) << 1 | is_called)
        else:
            self._add(verb + "_GLOBAL", self._name(name))

    def _Name(self, node):
        self._access("LOAD", node.id)

    def _Constant(self, node):
        self._add("LOAD_CONST", self._constant(node.value))

    def _Attribute(self, node):
        self._visit(node.value)
        self._add("LOAD_ATTR", self._name(node.attr) << 1)

    def _Subscript(self, node):
        self._visit(node.value)
        self._visit(node.slice)
        self._add("BINARY_SUBSCR")

    def _BinOp(self, node):
        self._visit(node.left)
        self._visit(node.right)
        self._add("BINARY_OP", _OPERATORS[type(node.op).__name__])

    def _UnaryOp(self, node):
        value = node.operand
        if type(node.op) is ast.USub and type(value) is ast.Constant:
            self._add("LOAD_CONST", self._constant(-value.value))
        else:
            self._visit(value)
            self._add(_UNARY[type(node.op).__name__])

    def _Compare(self, node):
        if len(node.ops) > 1:
            raise NotImplementedError(
                f"line {node.lineno}: the bytecode of chained comparisons is not modelled")
        self._visit(node.left)
        self._visit(node.comparators[0])
        kind = type(node.ops[0]).__name__
        if kind in _COMPARISONS:
            self._add("COMPARE_OP", _COMPARISONS[kind])
        else:
            self._add("CONTAINS_OP" if kind.endswith("In") else "IS_OP", int("Not" in kind))

    def _BoolOp(self, node):
        end = Label()
        for value in node.values[:-1]:
            self._visit(value)
            self._add("COPY", 1)
            self._add("POP_JUMP_IF_FALSE" if type(node.op) is ast.And else "POP_JUMP_IF_TRUE", end)
            self._add("POP_TOP")
        self._visit(node.values[-1])
        self.items.append(end)

    def _sequence(self, node):
        for element in node.elts:
            self._visit(element)
        self._add(_BUILDS[type(node)], len(node.elts))

    _List = _Set = _Tuple = _sequence

    def _Dict(self, node):
        if len(node.keys) > 1 and all(type(key) is ast.Constant for key in node.keys):
            for value in node.values:
                self._visit(value)
            self._add("LOAD_CONST", self._constant(tuple(key.value for key in node.keys)))
            self._add("BUILD_CONST_KEY_MAP", len(node.keys))
            return
        for key, value in zip(node.keys, node.values):
            self._visit(key)
            self._visit(value)
        self._add("BUILD_MAP", len(node.keys))

    def _JoinedStr(self, node):
        for value in node.values:
            self._visit(value)
        if len(node.values) > 1:
            self._add("BUILD_STRING", len(node.values))

    def _FormattedValue(self, node):
        self._visit(node.value)
        if node.format_spec is not None:
            self._visit(node.format_spec)
        has_format = 4 if node.format_spec is not None else 0
        self._add("FORMAT_VALUE", _CONVERSIONS[node.conversion] | has_format)

    def _Call(self, node):
        called = node.func
        if type(called) is ast.Attribute:
            self._visit(called.value)
            self._add("LOAD_ATTR", self._name(called.attr) << 1 | 1)
        elif type(called) is ast.Name:
            self._access("LOAD", called.id, True)
        else:
            self._add("PUSH_NULL")
            self._visit(called)
        for value in node.args + [keyword.value for keyword in node.keywords]:
            self._visit(value)
        if node.keywords:
            self._add("KW_NAMES", self._constant(tuple(word.arg for word in node.keywords)))
        self._add("CALL", len(node.args) + len(node.keywords))

    def _Return(self, node):
        value = node.value
        if value is None or type(value) is ast.Constant:
            self._check_leaving(node)
            self._add("RETURN_CONST", self._constant(value and value.value))
        else:
            self._visit(value)
            self._check_leaving(node)
            self._add("RETURN_VALUE")

    def _check_leaving(self, node):
        if self.guards or any(loop.is_for for loop in self.loops):
            raise NotImplementedError(f"line {node.lineno}: the bytecode of Return inside a loop"
                                      " or `with` is not modelled")

    def _jump_unless(self, test, label, wanted):
        """Jumps to the label when the test comes out as `wanted`."""
        kind = type(test)
        if kind is ast.UnaryOp and type(test.op) is ast.Not:
            self._jump_unless(test.operand, label, not wanted)
        elif kind is ast.BoolOp:
            is_short = (type(test.op) is ast.Or) == wanted
            around = label if is_short else Label()
            for value in test.values[:-1]:
                self._jump_unless(value, around, type(test.op) is ast.Or)
            self._jump_unless(test.values[-1], label, wanted)
            if around is not label:
                self.items.append(around)
        elif kind is ast.Constant:
            self._add(*(("JUMP", label) if bool(test.value) == wanted else ("NOP",)))
        elif kind is ast.Compare and len(test.ops) == 1 and type(test.ops[0]) in (ast.Is, ast.IsNot) \
                and type(test.comparators[0]) is ast.Constant and test.comparators[0].value is None:
            self._visit(test.left)
            is_none = (type(test.ops[0]) is ast.Is) == wanted
            self._add("POP_JUMP_IF_NONE" if is_none else "POP_JUMP_IF_NOT_NONE", label)
        else:
            self._visit(test)
            self._add("POP_JUMP_IF_TRUE" if wanted else "POP_JUMP_IF_FALSE", label)


def _is_text(node):
    return type(node) is ast.Expr and type(node.value) is ast.Constant \
        and type(node.value.value) is str
