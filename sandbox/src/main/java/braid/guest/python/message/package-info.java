/// Messages of exceptions in CPython 3.12's words. [braid.guest.python.message.Wording] exchanges
/// those that GraalPy has in others; [braid.guest.python.message.Rewording] tells by what raised it
/// what a general one should have said, and [braid.guest.python.message.TypeNames] what types are
/// called in them.
package braid.guest.python.message;
