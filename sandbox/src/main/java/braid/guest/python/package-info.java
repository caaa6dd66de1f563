/// Python programs, by GraalPy. Source enters, kernel calls leave: the stand-in modules under
/// resources/braid/guest/python/lib call the functions of [braid.guest.python.Bridge], and the
/// user's statements are seen by [braid.guest.python.Statements]. Must not know workers or judges.
/// Read [braid.guest.python.PythonGuest] first.
package braid.guest.python;
