"""Instructions of CPython 3.12 in their places: jumps shortened, exits copied, lines kept.

Enters: a flat list of instructions and labels. Leaves: the same in CPython's order, with offsets
and where lines start. Source of the rules: the documentation of `dis`, and what CPython 3.12 prints.
"""

import opcode

CACHES = {opcode.opname[number]: cells
          for number, cells in enumerate(opcode._inline_cache_entries) if cells}
_ENDS = ("RETURN_VALUE", "RETURN_CONST", "RERAISE", "JUMP")
_OPPOSITE = {"POP_JUMP_IF_FALSE": "POP_JUMP_IF_TRUE", "POP_JUMP_IF_TRUE": "POP_JUMP_IF_FALSE",
             "POP_JUMP_IF_NONE": "POP_JUMP_IF_NOT_NONE", "POP_JUMP_IF_NOT_NONE": "POP_JUMP_IF_NONE"}
COPIED_MAX = 4


class Label:
    """A place to jump to."""

    offset = -1


class Instruction:
    """One operation; a jump has a label for its argument. No line: that of what comes before."""

    __slots__ = ("name", "argument", "line", "offset")

    def __init__(self, name, argument, line):
        self.name, self.argument, self.line, self.offset = name, argument, line, -1

    def copy(self, line):
        return Instruction(self.name, self.argument, line)

    def bytes_long(self):
        return 2 + 2 * CACHES.get(self.name, 0)


def arranged(items):
    """The list as CPython's optimizer leaves it."""
    items = list(items)
    for _ in range(len(items)):
        before = len(items), [item.argument for item in items if type(item) is Instruction]
        items = _reachable(_shortened(items))
        if before == (len(items),
                      [item.argument for item in items if type(item) is Instruction]):
            break
    items = _reachable(_lined(_reachable(_copied(items))))
    return _forwards(_without_nops(items))


def _labels_at(items, at):
    found = []
    while at < len(items) and type(items[at]) is Label:
        found.append(items[at])
        at += 1
    return found


def _short_end(items, label):
    """What stands behind a label when that is a few instructions with which the function ends."""
    found = []
    for item in items[items.index(label):]:
        if type(item) is Instruction:
            found.append(item)
            if item.name in ("RETURN_VALUE", "RETURN_CONST"):
                return found
            if item.name in _ENDS or type(item.argument) is Label or len(found) == COPIED_MAX:
                return ()
        elif found:
            return ()
    return ()


def _behind(items, label):
    """The first instruction behind a label."""
    at = items.index(label)
    while type(items[at]) is Label:
        at += 1
    return items[at]


def _shortened(items):
    """A jump to a jump goes where that goes; one to the very next instruction is none."""
    kept = []
    for at, item in enumerate(items):
        if type(item) is Instruction and type(item.argument) is Label \
                and (item.name == "JUMP" or item.name in _OPPOSITE):
            target = _behind(items, item.argument)
            if target.name == "JUMP" and target is not item:
                item.argument = target.argument
            if item.name == "JUMP" and item.argument in _labels_at(items, at + 1):
                continue
        kept.append(item)
    return kept


def _reachable(items):
    """Without what stands behind an end and is nobody's target."""
    targets = {id(item.argument) for item in items
               if type(item) is Instruction and type(item.argument) is Label}
    kept, is_dead = [], False
    for item in items:
        if type(item) is Label:
            is_dead = is_dead and id(item) not in targets and not hasattr(item, "is_handler")
            kept.append(item)
        elif not is_dead:
            kept.append(item)
            is_dead = item.name in _ENDS
    return kept


def _copied(items):
    """A jump to the function's end becomes that end; an end without a line is copied for each."""
    kept = []
    for item in items:
        kept.append(item)
        if type(item) is not Instruction:
            continue
        if item.name == "JUMP":
            end = _short_end(items, item.argument)
            kept[-1:] = [part.copy(part.line or item.line) for part in end] or [item]
    ends = []
    fallen = {id(_behind(kept, item)) for at, item in enumerate(kept) if type(item) is Label
              and at and type(kept[at - 1]) is Instruction and kept[at - 1].name not in _ENDS}
    for item in kept:
        if type(item) is Instruction and item.name in _OPPOSITE:
            end = _behind(kept, item.argument)
            if end.name == "RETURN_CONST" and end.line is None:
                if id(end) in fallen or end.offset == -2:
                    label = Label()
                    ends += [(label, end.copy(item.line))]
                    item.argument = label
                else:
                    end.line, end.offset = item.line, -2
    cold = next((at for at, item in enumerate(kept) if hasattr(item, "is_handler")), len(kept))
    return kept[:cold] + [part for pair in ends for part in pair] + kept[cold:]


def _lined(items):
    line = None
    for item in items:
        if type(item) is Instruction:
            line = item.line = line if item.line is None else item.line
    return items


def _without_nops(items):
    """Doing nothing is kept only where a line would have no instruction otherwise."""
    kept = []
    for at, item in enumerate(items):
        if type(item) is Instruction and item.name == "NOP":
            around = [other.line for other in (kept[-1:] + items[at + 1:at + 2])
                      if type(other) is Instruction]
            if item.line in around:
                continue
        kept.append(item)
    return kept


def _forwards(items):
    """Only `JUMP_BACKWARD` goes back: a condition that would goes around one."""
    made, seen = [], set()
    for item in items:
        if type(item) is Label:
            seen.add(id(item))
        elif type(item.argument) is Label:
            is_back = id(item.argument) in seen
            if item.name == "JUMP":
                item.name = "JUMP_BACKWARD" if is_back else "JUMP_FORWARD"
            elif is_back and item.name in _OPPOSITE:
                after = Label()
                made.append(Instruction(_OPPOSITE[item.name], after, item.line))
                made.append(Instruction("JUMP_BACKWARD", item.argument, item.line))
                made.append(after)
                continue
        made.append(item)
    return made


def placed(items):
    """Gives every item its offset; tells (offset, line) where lines start."""
    offset, starts, line = 0, [], None
    for item in items:
        item.offset = offset
        if type(item) is Instruction:
            offset += item.bytes_long()
            if item.line != line:
                line = item.line
                starts.append((item.offset, line))
    return starts
