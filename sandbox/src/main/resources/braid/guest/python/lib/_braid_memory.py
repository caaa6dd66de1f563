"""The user's program with every access of memory that tasks can share turned into an action.

Enters: the source. Leaves: a syntax tree with calls around reads and before writes of module
globals, variables of functions that inner functions see, attributes, and items of containers;
`_braid_reads` has the expressions that read or change all of one. `_braid_accesses` answers the
calls. What is assigned once and never again is left alone, and what one task alone ever touches is
no step. Lines stay the user's.

Under a GIL others may go first only where CPython looks for them: where a function begins, at the
next turn of a loop and after a call; what lies between two such points is one step.
"""

import _ast as ast
import sys

import _braid_bound
import _braid_caches
import _braid_callees as callees
import _braid_calls
import _braid_draws
import _braid_items
import _braid_iterators
import _braid_looking
import _braid_named
import _braid_opened
import _braid_rewriting
from _braid_accesses import begin
from _braid_reads import NEW, Reads
from _braid_scopes import CLASS, COMPREHENSIONS, MODULE, Scopes
from _braid_shapes import stored_attributes
from _braid_source import nodes

_LOAD, _STORE = ast.Load(), ast.Store()


def program(source, file, is_gil):
    """The code of the program. Raises SyntaxError as compiling the source would."""
    tree = _braid_rewriting.tree(source, file)
    memory = Memory(tree, is_gil)
    memory.rewrite()
    begin(memory.globals, memory.functions)
    _braid_items.begin()
    _braid_iterators.begin()
    _braid_looking.begin()
    _braid_named.begin()
    _braid_opened.begin()
    _braid_calls.begin()
    _braid_bound.begin()
    _braid_caches.begin()
    _braid_draws.begin()
    return compile(tree, file, "exec", dont_inherit=True)


class Memory(Reads):
    """Rewrites one tree in place."""

    def __init__(self, tree, is_gil):
        self.tree = tree
        self.is_gil = is_gil
        self.scopes = Scopes(tree)
        self.scope = self.scopes.module
        self.at = tree
        self.temporaries = 0
        self.comprehensions = 0
        self.class_name = None
        self.globals = {}
        self.stored = stored_attributes(tree)
        self.functions = [node.name for node in nodes(tree)
                          if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))]
        self.modules = {(alias.asname or alias.name).split(".")[0] for node in nodes(tree)
                        if isinstance(node, ast.Import) for alias in node.names}

    def rewrite(self):
        from _braid_statements import Statements
        self.statements = Statements(self)
        self.tree.body = self.statements.body(self.tree.body)

    # ---- building

    def made(self, kind, *values, **named):
        """A new node that stands where the present one does."""
        node = kind(*values, **named)
        at = self.at
        node.lineno, node.col_offset = at.lineno, at.col_offset
        node.end_lineno, node.end_col_offset = at.end_lineno, at.end_col_offset
        return node

    def name(self, name, context=_LOAD):
        return self.made(ast.Name, name, context)

    def constant(self, value):
        return self.made(ast.Constant, value, None)

    def call(self, function, *arguments):
        return self.made(ast.Call, self.name(function), list(arguments), [])

    def tell(self, function, *arguments):
        """A statement that calls, with the line as the last argument."""
        return self.made(ast.Expr, self.call(function, *arguments, self.line()))

    def line(self):
        return self.constant(self.at.lineno)

    def temporary(self):
        self.temporaries += 1
        return f"__braid_{self.temporaries}__"

    # ---- variables

    def variable(self, name):
        """How a name's accesses are told: the arguments before the line, or None for not at all."""
        owner = self.scope.owner(name)
        if owner is None:
            return None
        if owner.kind == MODULE:
            if owner.bound[name] < 2 or name not in owner.captured:
                return None
            return "global", (self.constant(self.globals.setdefault(name, len(self.globals))),)
        if name in owner.cells:
            return "cell", (self.name(owner.marker), self.constant(sys.intern(name)))
        return None

    def attribute_name(self, name):
        """An attribute's name as it is kept: private ones carry their class."""
        if self.class_name and name.startswith("__") and not name.endswith("__"):
            return f"_{self.class_name.lstrip('_')}{name}"
        return name

    def is_shared_attribute(self, node):
        value = node.value
        is_module = isinstance(value, ast.Name) and value.id in self.modules
        return node.attr in self.stored and not is_module

    def is_kept(self, node):
        """Whether it names a container that nobody else can get hold of."""
        return type(node) is ast.Name and self.scope.keeps(node.id)

    # ---- expressions

    def expressions(self, found):
        return [self.expression(each) for each in found]

    def expression(self, node):
        """The expression with its reads told."""
        if node is None:
            return None
        outer, self.at = self.at, node if hasattr(node, "lineno") else self.at
        try:
            return _EXPRESSIONS.get(type(node), Memory._children)(self, node)
        finally:
            self.at = outer

    def _children(self, node):
        for field in node._fields:
            value = getattr(node, field, None)
            if isinstance(value, list):
                setattr(node, field, [self.expression(each) if isinstance(each, ast.AST) else each
                                      for each in value])
            elif isinstance(value, ast.AST):
                setattr(node, field, self.expression(value))
        return node

    def read(self, guard, plain, again):
        """`plain`, told before by `guard`; its value is told when anybody wants it."""
        return self.made(ast.IfExp, guard, self.call("__braid_value__", again), plain)

    def _name(self, node):
        if type(node.ctx) is not ast.Load:
            return node
        shared = self.variable(node.id)
        if shared is None:
            return node
        kind, arguments = shared
        guard = self.call(f"__braid_{kind}__", *arguments, self.constant(False), self.line())
        return self.read(guard, node, self.name(node.id))

    def _attribute(self, node):
        base = node.value
        node.value = self.expression(base)
        if type(node.ctx) is not ast.Load or not self.is_shared_attribute(node):
            is_bound = node.attr in callees.CHANGING and type(node.ctx) is ast.Load
            return self.call("__braid_bound__", node, self.line()) if is_bound else node
        name = self.constant(sys.intern(self.attribute_name(node.attr)))
        if node.value is not base or type(base) is not ast.Name:
            return self.call("__braid_get__", node.value, name, self.line())
        guard = self.call("__braid_attribute__", self.name(base.id), name, self.constant(False),
                          self.line())
        again = self.made(ast.Attribute, self.name(base.id), node.attr, _LOAD)
        return self.read(guard, node, again)

    def _subscript(self, node):
        node.value, node.slice = self.expression(node.value), self.expression(node.slice)
        if type(node.ctx) is not ast.Load:
            return node
        return self.call("__braid_item_of__", node.value, node.slice, self.line())

    def iterated(self, node):
        """What a loop goes through."""
        told = self.expression(node)
        if self.is_kept(node):
            return told
        if type(node) is ast.Call and getattr(node.func, "id", "") in ("range", "__braid_whole__"):
            return told
        is_new = self.constant(isinstance(node, NEW))
        return self.call("__braid_iterated__", told, is_new, self.line())

    def can_name(self):
        """Whether an expression may give what it has a name for a while."""
        return self.comprehensions == 0 and self.scope.kind != CLASS

    def _comprehension(self, node):
        outer = self.scope
        self.comprehensions += 1
        first = node.generators[0]
        try:
            first.iter = self.iterated(first.iter)
            self.scope = self.scopes.of[node]
            for generator in node.generators:
                if generator is not first:
                    generator.iter = self.iterated(generator.iter)
                generator.ifs = self.expressions(generator.ifs)
            for field in ("elt", "key", "value"):
                if hasattr(node, field):
                    setattr(node, field, self.expression(getattr(node, field)))
        finally:
            self.scope = outer
            self.comprehensions -= 1
        return node

    def _lambda(self, node):
        self.outside(node)
        outer, self.scope = self.scope, self.scopes.of[node]
        node.body = self.expression(node.body)
        self.scope = outer
        return node

    def outside(self, node):
        """What of a function is evaluated where it is defined."""
        arguments = node.args
        arguments.defaults = self.expressions(arguments.defaults)
        arguments.kw_defaults = self.expressions(arguments.kw_defaults)
        if hasattr(node, "decorator_list"):
            node.decorator_list = self.expressions(node.decorator_list)


_EXPRESSIONS = {
    ast.BinOp: Memory._operation, ast.FormattedValue: Memory._formatted,
    ast.Starred: Memory._starred, ast.Dict: Memory._dictionary,
    ast.Name: Memory._name, ast.Attribute: Memory._attribute, ast.Subscript: Memory._subscript,
    ast.BoolOp: Memory._boolean, ast.UnaryOp: Memory._unary, ast.IfExp: Memory._conditional,
    ast.Call: Memory._call, ast.Compare: Memory._compare, ast.Lambda: Memory._lambda,
    **{kind: Memory._comprehension for kind in COMPREHENSIONS},
}
