"""What `dis` shows of a program's own functions, as CPython 3.12 compiles them."""
import dis
import io
import sys

counter = 0
lock = None


def increment():
    global counter
    counter += 1


def loop(times):
    for _ in range(times):
        increment()


def guarded():
    global counter
    with lock:
        counter += 1


class Account:
    def deposit(self, amount):
        """Adds."""
        if amount > 0 and not self.closed:
            self.balance += amount
            print(f"{amount:>5}", self.balance, sep="|")
        else:
            self.log.append(amount)


def spin():
    while True:
        item = queue.get()
        if item is None:
            break
        work(item)


def shown(function):
    written = io.StringIO()
    dis.dis(function, file=written)
    return written.getvalue()


EXPECTED = {
    increment: """\
 10           0 RESUME                   0

 12           2 LOAD_GLOBAL              0 (counter)
             12 LOAD_CONST               1 (1)
             14 BINARY_OP               13 (+=)
             18 STORE_GLOBAL             0 (counter)
             20 RETURN_CONST             0 (None)
""",
    loop: """\
 15           0 RESUME                   0

 16           2 LOAD_GLOBAL              1 (NULL + range)
             12 LOAD_FAST                0 (times)
             14 CALL                     1
             22 GET_ITER
        >>   24 FOR_ITER                12 (to 52)
             28 STORE_FAST               1 (_)

 17          30 LOAD_GLOBAL              3 (NULL + increment)
             40 CALL                     0
             48 POP_TOP
             50 JUMP_BACKWARD           14 (to 24)

 16     >>   52 END_FOR
             54 RETURN_CONST             0 (None)
""",
    guarded: """\
 20           0 RESUME                   0

 22           2 LOAD_GLOBAL              0 (lock)
             12 BEFORE_WITH
             14 POP_TOP

 23          16 LOAD_GLOBAL              2 (counter)
             26 LOAD_CONST               1 (1)
             28 BINARY_OP               13 (+=)
             32 STORE_GLOBAL             1 (counter)

 22          34 LOAD_CONST               0 (None)
             36 LOAD_CONST               0 (None)
             38 LOAD_CONST               0 (None)
             40 CALL                     2
             48 POP_TOP
             50 RETURN_CONST             0 (None)
        >>   52 PUSH_EXC_INFO
             54 WITH_EXCEPT_START
             56 POP_JUMP_IF_TRUE         1 (to 60)
             58 RERAISE                  2
        >>   60 POP_TOP
             62 POP_EXCEPT
             64 POP_TOP
             66 POP_TOP
             68 RETURN_CONST             0 (None)
        >>   70 COPY                     3
             72 POP_EXCEPT
             74 RERAISE                  1
ExceptionTable:
  14 to 32 -> 52 [1] lasti
  52 to 60 -> 70 [3] lasti
""",
    Account.deposit: """\
 27           0 RESUME                   0

 29           2 LOAD_FAST                1 (amount)
              4 LOAD_CONST               1 (0)
              6 COMPARE_OP              68 (>)
             10 POP_JUMP_IF_FALSE       60 (to 132)
             12 LOAD_FAST                0 (self)
             14 LOAD_ATTR                0 (closed)
             34 POP_JUMP_IF_TRUE        48 (to 132)

 30          36 LOAD_FAST                0 (self)
             38 COPY                     1
             40 LOAD_ATTR                2 (balance)
             60 LOAD_FAST                1 (amount)
             62 BINARY_OP               13 (+=)
             66 SWAP                     2
             68 STORE_ATTR               1 (balance)

 31          78 LOAD_GLOBAL              5 (NULL + print)
             88 LOAD_FAST                1 (amount)
             90 LOAD_CONST               2 ('>5')
             92 FORMAT_VALUE             4 (with format)
             94 LOAD_FAST                0 (self)
             96 LOAD_ATTR                2 (balance)
            116 LOAD_CONST               3 ('|')
            118 KW_NAMES                 4 (('sep',))
            120 CALL                     3
            128 POP_TOP
            130 RETURN_CONST             5 (None)

 33     >>  132 LOAD_FAST                0 (self)
            134 LOAD_ATTR                6 (log)
            154 LOAD_ATTR                9 (NULL|self + append)
            174 LOAD_FAST                1 (amount)
            176 CALL                     1
            184 POP_TOP
            186 RETURN_CONST             5 (None)
""",
    spin: """\
 36           0 RESUME                   0

 37           2 NOP

 38     >>    4 LOAD_GLOBAL              0 (queue)
             14 LOAD_ATTR                3 (NULL|self + get)
             34 CALL                     0
             42 STORE_FAST               0 (item)

 39          44 LOAD_FAST                0 (item)
             46 POP_JUMP_IF_NOT_NONE     1 (to 50)

 40          48 RETURN_CONST             0 (None)

 41     >>   50 LOAD_GLOBAL              5 (NULL + work)
             60 LOAD_FAST                0 (item)
             62 CALL                     1
             70 POP_TOP

 37          72 JUMP_BACKWARD           35 (to 4)
""",
}
if sys.version_info[:2] == (3, 12):
    for function, text in EXPECTED.items():
        assert shown(function) == text, shown(function)
    names = [instruction.opname for instruction in dis.get_instructions(increment)]
    assert names == ["RESUME", "LOAD_GLOBAL", "LOAD_CONST", "BINARY_OP", "STORE_GLOBAL",
                     "RETURN_CONST"], names
print("ok")
