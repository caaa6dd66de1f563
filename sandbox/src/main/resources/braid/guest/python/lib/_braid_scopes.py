"""Which variables of a program can be shared: its scopes, and what each name in them means.

Enters: the user's syntax tree. Leaves: for every function the scope it opens, with the variables
that inner functions see, and those whose container nobody else can get hold of. The rules are those
of the Python reference, section 4.2.2.
"""

import _ast as ast
from collections import Counter

FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)
COMPREHENSIONS = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)
_DISPLAYS = (ast.List, ast.Set, ast.Dict, ast.ListComp, ast.SetComp, ast.DictComp)
MODULE, FUNCTION, CLASS = "module", "function", "class"


class Scope:
    """One scope: the names it binds, how often as data, and which of them others see."""

    def __init__(self, kind, parent, name=""):
        self.kind = kind
        self.parent = parent
        self.name = name
        self.bound = {}
        self.globals = set()
        self.nonlocals = set()
        self.cells = set()
        self.captured = set()
        self.marker = None
        self.uses = set()
        self._uses, self._kept, self._new = Counter(), Counter(), set()

    def bind(self, name, is_data=True, times=1):
        self._uses[name] += 1
        self.bound[name] = self.bound.get(name, 0) + (times if is_data else 0)

    def read(self, name):
        self.uses.add(name)
        self._uses[name] += 1

    def keep(self, name, is_new):
        """One of its uses gives it a new container, or hands on none but what is in it."""
        self._kept[name] += 1
        if is_new:
            self._new.add(name)

    def keeps(self, name):
        """Whether a variable has containers that nothing else refers to: whoever runs this scope
        is alone with them."""
        return name in self._new and self._uses[name] == self._kept[name] \
            and name not in self.captured | self.globals | self.nonlocals

    def owner(self, name):
        """The function scope whose variable `name` is here, the module's scope, or None."""
        scope, is_inner = self, False
        while scope is not None:
            if scope.kind == FUNCTION or not is_inner:
                if name in scope.globals:
                    break
                if name in scope.bound and name not in scope.nonlocals:
                    return scope
            scope, is_inner = scope.parent, True
            while scope is not None and scope.kind == CLASS:
                scope = scope.parent
        scope = self
        while scope.parent is not None:
            scope = scope.parent
        return scope if name in scope.bound else None


class Scopes:
    """All scopes of one tree, by the node that opens each."""

    def __init__(self, tree):
        self.of = {}
        self.module = self._open(tree, MODULE, None)
        self._markers = 0
        self._body(tree.body, self.module, 1)
        for scope in self.of.values():
            self._capture(scope)
        for scope in self.of.values():
            if scope.kind == FUNCTION:
                self._mark(scope)

    def _open(self, node, kind, parent, name=""):
        scope = self.of[node] = Scope(kind, parent, name)
        return scope

    def _capture(self, scope):
        for name in scope.uses | scope.nonlocals | scope.globals:
            owner = scope.owner(name)
            if owner is not None and owner is not scope:
                owner.captured.add(name)
                if owner.kind == FUNCTION and name in scope.nonlocals:
                    owner.cells.add(name)

    def _mark(self, scope):
        scope.cells |= {name for name in scope.captured if scope.bound.get(name, 0) > 1}
        if scope.cells:
            self._markers += 1
            scope.marker = f"__braid_scope_{self._markers}__"

    def _body(self, statements, scope, times):
        for statement in statements:
            self._visit(statement, scope, times)

    def _visit(self, node, scope, times):
        kind = type(node)
        _look_for_kept(node, kind, scope)
        if kind is ast.Name:
            if type(node.ctx) is ast.Load:
                scope.read(node.id)
            else:
                self._bind(scope, node.id, True, times)
        elif kind in (ast.FunctionDef, ast.AsyncFunctionDef):
            self._bind(scope, node.name, False, times)
            self._outside(node, scope, times)
            inner = self._open(node, FUNCTION, scope, node.name)
            self._parameters(node.args, inner)
            self._body(node.body, inner, 1)
        elif kind is ast.Lambda:
            self._outside(node, scope, times)
            inner = self._open(node, FUNCTION, scope)
            self._parameters(node.args, inner)
            self._visit(node.body, inner, 1)
        elif kind is ast.ClassDef:
            self._bind(scope, node.name, False, times)
            for outside in (*node.decorator_list, *node.bases, *node.keywords):
                self._visit(outside, scope, times)
            self._body(node.body, self._open(node, CLASS, scope, node.name), 1)
        elif kind in COMPREHENSIONS:
            inner = self._open(node, FUNCTION, scope)
            self._children(node, inner, 2)
        elif kind is ast.NamedExpr:
            self._visit(node.value, scope, times)
            self._bind(self._of_walrus(scope), node.target.id, True, times)
        elif kind is ast.Global:
            scope.globals.update(node.names)
            for name in node.names:
                self.module.bind(name, True, 2)
        elif kind is ast.Nonlocal:
            scope.nonlocals.update(node.names)
        elif kind in (ast.Import, ast.ImportFrom):
            for alias in node.names:
                self._bind(scope, (alias.asname or alias.name).split(".")[0], False, times)
        elif kind is ast.ExceptHandler:
            if node.name:
                self._bind(scope, node.name, False, times)
            self._children(node, scope, times)
        elif kind in (ast.MatchAs, ast.MatchStar, ast.MatchMapping):
            name = node.rest if kind is ast.MatchMapping else node.name
            if name is not None:
                self._bind(scope, name, True, times)
            self._children(node, scope, times)
        elif kind is ast.AugAssign:
            self._children(node, scope, 2)
        elif kind in (ast.For, ast.AsyncFor, ast.While):
            self._children(node, scope, 2)
        else:
            self._children(node, scope, times)

    def _of_walrus(self, scope):
        """A comprehension's `:=` binds in the function around it."""
        comprehensions = {self.of[node] for node in self.of if isinstance(node, COMPREHENSIONS)}
        while scope in comprehensions:
            scope = scope.parent
        return scope

    def _outside(self, node, scope, times):
        """What of a function is evaluated where it is defined."""
        arguments = node.args
        for part in (*getattr(node, "decorator_list", ()), *arguments.defaults,
                     *arguments.kw_defaults):
            if part is not None:
                self._visit(part, scope, times)

    def _parameters(self, arguments, scope):
        for each in (*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs,
                     arguments.vararg, arguments.kwarg):
            if each is not None:
                scope.bind(each.arg)

    def _bind(self, scope, name, is_data, times):
        scope.uses.add(name)
        if name in scope.globals:
            self.module.bind(name, is_data, 2)
        else:
            scope.bind(name, is_data, times)

    def _children(self, node, scope, times):
        for field in node._fields:
            value = getattr(node, field, None)
            if isinstance(value, list):
                for child in value:
                    if isinstance(child, ast.AST):
                        self._visit(child, scope, times)
            elif isinstance(value, ast.AST):
                self._visit(value, scope, times)


def _look_for_kept(node, kind, scope):
    """Whether the node gives a variable a new container, goes through it or appends to it."""
    part, is_new = None, False
    if kind is ast.Assign and len(node.targets) == 1 and isinstance(node.value, _DISPLAYS):
        part, is_new = node.targets[0], True
    elif kind is ast.For:
        part = node.iter
    elif kind is ast.Call and type(node.func) is ast.Attribute and node.func.attr == "append":
        part = node.func.value
    if type(part) is ast.Name:
        scope.keep(part.id, is_new)
