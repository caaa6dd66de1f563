"""`dis` for programs that look at bytecode: what CPython 3.12 would show of the user's functions.

The engine has no such bytecode; `_braid_bytecode` works it out from the source.
"""

import _ast as ast
import opcode
import types

import _braid_names
from _braid_assembly import Instruction, Label
from _braid_bytecode_blocks import Blocks
from _braid_source import nodes, parsed

_CALLABLE = (types.MethodType, types.FunctionType, types.CodeType, classmethod, staticmethod, type)
_PREFIXES = {"LOAD_GLOBAL": "NULL + ", "LOAD_ATTR": "NULL|self + "}
_CONVERSIONS = [], ["str"], ["repr"], ["ascii"]


def show(module, x, file):
    """`dis.dis`: writes what CPython would write of this function, class, module or source."""
    if isinstance(x, type) or isinstance(x, types.ModuleType):
        _show_parts(module, x, file)
        return
    made = _made(x)
    width = max(3, len(str(max(line for _, line in made.line_starts))))
    for instruction in _instructions(module, made):
        if instruction.starts_line is not None and instruction.offset > 0:
            print(file=file)
        print(instruction._disassemble(width, False, 4), file=file)
    if made.exceptions:
        print("ExceptionTable:", file=file)
    for start, end, target, depth in made.exceptions:
        print(f"  {start} to {end - 2} -> {target} [{depth}] lasti", file=file)


def _show_parts(module, x, file):
    for name, part in sorted(x.__dict__.items()):
        if isinstance(part, _CALLABLE):
            print(f"Disassembly of {name}:", file=file)
            try:
                show(module, part, file)
            except TypeError as error:
                print("Sorry:", error, file=file)
            print(file=file)


def instructions(module, x):
    """`dis.get_instructions`."""
    return _instructions(module, _made(x))


def _instructions(module, made):
    starts = dict(made.line_starts)
    operations = [item for item in made.items if type(item) is Instruction]
    targets = {item.argument.offset for item in operations if type(item.argument) is Label}
    targets.update(target for _, _, target, _ in made.exceptions)
    for item in operations:
        argument, value, text = _argument(item, made)
        yield module.Instruction(
            item.name, opcode.opmap[item.name], argument, value, text, item.offset,
            starts.get(item.offset), item.offset in targets, None)


def _argument(item, made):
    """(number, value, text) of what an instruction works on."""
    name, argument = item.name, item.argument
    if type(argument) is Label:
        return (abs(argument.offset - item.offset - item.bytes_long()) // 2, argument.offset,
                f"to {argument.offset}")
    number = opcode.opmap[name]
    if number < opcode.HAVE_ARGUMENT:
        return None, None, ""
    argument = argument or 0
    if number in opcode.hasconst:
        value = made.constants[argument]
        return argument, value, repr(value)
    if name in _PREFIXES:
        value = made.names[argument >> 1]
        return argument, value, _PREFIXES[name] * (argument & 1) + value
    if number in opcode.hasname:
        return argument, made.names[argument], made.names[argument]
    if number in opcode.haslocal:
        return argument, made.variables[argument], made.variables[argument]
    if name == "COMPARE_OP":
        value = opcode.cmp_op[argument >> 4]
        return argument, value, value
    if name == "BINARY_OP":
        return argument, argument, opcode._nb_ops[argument][1]
    if name == "FORMAT_VALUE":
        words = _CONVERSIONS[argument & 3] + ["with format"] * (argument >> 2)
        return argument, argument, ", ".join(words)
    return argument, argument, ""


def _made(x):
    if isinstance(x, str):
        tree = parsed(x, "<dis>")
        return Blocks(tree.body, 1)
    x = getattr(x, "__func__", x)
    code = getattr(x, "__code__", None) or getattr(x, "gi_code", None) \
        or getattr(x, "cr_code", None) or x
    if not isinstance(code, types.CodeType):
        raise TypeError(f"don't know how to disassemble {type(x).__name__} objects")
    node = _definition(code)
    arguments = node.args
    names = [argument.arg for argument in arguments.posonlyargs + arguments.args
             + arguments.kwonlyargs]
    names += [argument.arg for argument in (arguments.vararg, arguments.kwarg) if argument]
    body = node.body if isinstance(node.body, list) else [ast.Return(
        node.body, lineno=node.body.lineno, col_offset=node.body.col_offset)]
    return Blocks(body, code.co_firstlineno, names, _locals(node))


def _locals(node):
    inside = list(nodes(node))
    outside = {name for part in inside if isinstance(part, (ast.Global, ast.Nonlocal))
               for name in part.names}
    return {part.id for part in inside if type(part) is ast.Name
            and type(part.ctx) is ast.Store} - outside


def _definition(code):
    """The part of the user's program that this code was made from."""
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)
    if _braid_names.is_users(code.co_filename):
        for node in nodes(parsed(_braid_names.source(), code.co_filename)):
            if isinstance(node, kinds) and getattr(node, "name", "<lambda>") == code.co_name:
                lines = [part.lineno for part in getattr(node, "decorator_list", ())]
                if min(lines + [node.lineno]) == code.co_firstlineno:
                    return node
    raise NotImplementedError(f"the bytecode of {code.co_name!r} is not known: only functions of"
                              " the program itself can be shown")
