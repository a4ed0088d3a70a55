// What Swift cannot import from CPython's headers: macros, varargs, mutable globals, version
// differences. Each shim bears the C name verbatim and says which reference it returns.
#ifndef UNDERSTUDY_CPYTHON_SHIMS_H
#define UNDERSTUDY_CPYTHON_SHIMS_H

#include "../../CPython/CPython.h"
#include <stdbool.h>
#include <stdint.h>
#if PY_VERSION_HEX < 0x030C0000
#include <structmember.h>
#endif

#define SHIM static inline __attribute__((always_inline))

// Singletons are macros over globals. Borrowed references.
SHIM PyObject *CPythonShims_Py_None(void) { return Py_None; }
SHIM PyObject *CPythonShims_Py_True(void) { return Py_True; }
SHIM PyObject *CPythonShims_Py_False(void) { return Py_False; }
SHIM PyObject *CPythonShims_Py_NotImplemented(void) { return Py_NotImplemented; }

// Exception types are mutable globals, which Swift 6 refuses. Borrowed references.
SHIM PyObject *CPythonShims_PyExc_AttributeError(void) { return PyExc_AttributeError; }
SHIM PyObject *CPythonShims_PyExc_IndexError(void) { return PyExc_IndexError; }
SHIM PyObject *CPythonShims_PyExc_KeyboardInterrupt(void) { return PyExc_KeyboardInterrupt; }
SHIM PyObject *CPythonShims_PyExc_KeyError(void) { return PyExc_KeyError; }
SHIM PyObject *CPythonShims_PyExc_OverflowError(void) { return PyExc_OverflowError; }
SHIM PyObject *CPythonShims_PyExc_RuntimeError(void) { return PyExc_RuntimeError; }
SHIM PyObject *CPythonShims_PyExc_SyntaxError(void) { return PyExc_SyntaxError; }
SHIM PyObject *CPythonShims_PyExc_SystemError(void) { return PyExc_SystemError; }
SHIM PyObject *CPythonShims_PyExc_SystemExit(void) { return PyExc_SystemExit; }
SHIM PyObject *CPythonShims_PyExc_TypeError(void) { return PyExc_TypeError; }
SHIM PyObject *CPythonShims_PyExc_ValueError(void) { return PyExc_ValueError; }

// Type objects are mutable globals as well. Borrowed references.
SHIM PyTypeObject *CPythonShims_PyBaseObject_Type(void) { return &PyBaseObject_Type; }

// Type checks and unchecked accessors are macros.
SHIM bool CPythonShims_PyUnicode_Check(PyObject *o) { return PyUnicode_Check(o); }
SHIM bool CPythonShims_PyUnicode_CheckExact(PyObject *o) { return PyUnicode_CheckExact(o); }
SHIM bool CPythonShims_PyLong_Check(PyObject *o) { return PyLong_Check(o); }
SHIM bool CPythonShims_PyFloat_Check(PyObject *o) { return PyFloat_Check(o); }
SHIM bool CPythonShims_PyBool_Check(PyObject *o) { return PyBool_Check(o); }
SHIM bool CPythonShims_PyBytes_Check(PyObject *o) { return PyBytes_Check(o); }
SHIM bool CPythonShims_PyTuple_Check(PyObject *o) { return PyTuple_Check(o); }
SHIM bool CPythonShims_PyList_Check(PyObject *o) { return PyList_Check(o); }
SHIM bool CPythonShims_PyDict_Check(PyObject *o) { return PyDict_Check(o); }
SHIM bool CPythonShims_PyModule_Check(PyObject *o) { return PyModule_Check(o); }
SHIM bool CPythonShims_PyExceptionInstance_Check(PyObject *o) {
    return PyExceptionInstance_Check(o);
}
SHIM Py_ssize_t CPythonShims_PyTuple_GET_SIZE(PyObject *o) { return PyTuple_GET_SIZE(o); }
SHIM PyObject *CPythonShims_PyTuple_GET_ITEM(PyObject *o, Py_ssize_t i) {
    return PyTuple_GET_ITEM(o, i);
}
SHIM PyTypeObject *CPythonShims_Py_TYPE(PyObject *o) { return Py_TYPE(o); }

// Reference counting: one spelling over 3.11's macros and 3.12's immortal objects.
SHIM PyObject *CPythonShims_Py_NewRef(PyObject *o) { Py_INCREF(o); return o; }
SHIM void CPythonShims_Py_DECREF(PyObject *o) { Py_DECREF(o); }
SHIM void CPythonShims_Py_XDECREF(PyObject *o) { Py_XDECREF(o); }

// Py_VISIT is a macro with a hidden return.
SHIM int CPythonShims_Py_VISIT(PyObject *o, visitproc visit, void *arg) {
    return o ? visit(o, arg) : 0;
}

// A small non-negative int out of an exact int; -1 when it is not one (no exception set).
SHIM Py_ssize_t CPythonShims_smallIndex(PyObject *o) {
    if (!PyLong_CheckExact(o)) return -1;
#if PY_VERSION_HEX >= 0x030C0000
    if (!PyUnstable_Long_IsCompact((PyLongObject *)o)) return -1;
    Py_ssize_t value = PyUnstable_Long_CompactValue((PyLongObject *)o);
    return value < 0 ? -1 : value;
#else
    Py_ssize_t digits = Py_SIZE(o);
    if (digits == 0) return 0;
    if (digits == 1) return (Py_ssize_t)((PyLongObject *)o)->ob_digit[0];
    return -1;
#endif
}

// The raised exception, taken and normalised: 3.11 keeps it in three pieces. New reference or NULL.
PyObject *CPythonShims_PyErr_GetRaisedException(void);
// Raises `exception` again, traceback included; one that has no context gets the exception being
// handled, as a `raise` statement does. Steals the reference.
void CPythonShims_PyErr_SetRaisedException(PyObject *exception);

// getattr(o, name) without an exception when it is missing; private until 3.13. 1, 0 or -1 with the
// exception raised; `result` becomes a new reference or NULL.
SHIM int CPythonShims_PyObject_GetOptionalAttr(PyObject *o, PyObject *name, PyObject **result) {
#if PY_VERSION_HEX >= 0x030D0000
    return PyObject_GetOptionalAttr(o, name, result);
#else
    return _PyObject_LookupAttr(o, name, result);
#endif
}

// PyGILState_Check says yes to every thread before the start and once a subinterpreter was made. The
// pieces that it compares tell the truth; the first of them became public in 3.13.
bool CPythonShims_PyGILState_Check(void);

// PyVectorcall_NARGS is a macro in 3.11.
SHIM Py_ssize_t CPythonShims_PyVectorcall_NARGS(size_t n) { return PyVectorcall_NARGS(n); }

// Heap types with vectorcall or weak references need members named after these offsets; the member
// kinds were renamed in 3.12.
SHIM PyMemberDef CPythonShims_offsetMember(const char *name, Py_ssize_t offset) {
#if PY_VERSION_HEX >= 0x030C0000
    PyMemberDef m = {name, Py_T_PYSSIZET, offset, Py_READONLY, NULL};
#else
    PyMemberDef m = {name, T_PYSSIZET, offset, READONLY, NULL};
#endif
    return m;
}

// Allocation and release through a type's own slots; release drops the heap type's reference too.
SHIM PyObject *CPythonShims_tp_alloc(PyTypeObject *type) { return type->tp_alloc(type, 0); }
SHIM void CPythonShims_tp_free(PyObject *o) {
    PyTypeObject *type = Py_TYPE(o);
    type->tp_free(o);
    Py_DECREF(type);
}

SHIM unsigned CPythonShims_PY_VERSION_HEX(void) { return PY_VERSION_HEX; }
SHIM int CPythonShims_PY_MINOR_VERSION(void) { return PY_MINOR_VERSION; }
SHIM bool CPythonShims_PyStatus_Exception(PyStatus status) {
    return PyStatus_Exception(status) != 0;
}
SHIM bool CPythonShims_PyStatus_IsExit(PyStatus status) { return PyStatus_IsExit(status) != 0; }

// The main-thread mark: one thread-local byte, set once by the thread that starts the interpreter.
// Reading it costs under 2 ns, so every guarded access can afford it.
// Found without a call, for which every function that asks first would have to save what it holds.
#ifdef __ELF__
extern _Thread_local uint8_t CPythonShims_mainThreadMark __attribute__((tls_model("initial-exec")));
#else
extern _Thread_local uint8_t CPythonShims_mainThreadMark;
#endif
SHIM bool CPythonShims_onMainThread(void) { return CPythonShims_mainThreadMark != 0; }
void CPythonShims_markMainThread(void);

// The main thread's stretches of work: the count is odd during one, even while it waits for a frame.
extern uint64_t CPythonShims_stretches;
SHIM void CPythonShims_turnStretch(void) {
    // Nobody else writes it.
    __atomic_store_n(&CPythonShims_stretches, CPythonShims_stretches + 1, __ATOMIC_RELAXED);
}
// Starts a thread that calls `overdue`, holding the GIL, each time that a stretch has lasted for another
// `seconds` and goes on, with the number of them. False when no thread can be started.
bool CPythonShims_watchStretches(double seconds, void (*overdue)(int times));

// What a program may link in to get the GIL sooner than CPython would give it (see GILGate.c); NULL in
// programs without it. Told of each taking and letting go of the GIL around a wait of the main thread.
typedef struct {
    void (*willTake)(void);
    void (*didTake)(void);
    void (*willLetGo)(void);
    unsigned long (*holder)(void);
    // May be NULL; see CPythonShims_protect.
    bool (*protect)(double seconds);
} CPythonShims_GILGate;
extern const CPythonShims_GILGate *CPythonShims_gilGate;

// PyEval_SaveThread and PyEval_RestoreThread, telling the gate when the main thread calls them.
PyThreadState *CPythonShims_letGo(void);
void CPythonShims_takeBack(PyThreadState *state);

// The thread, by Python's number for it, that let the GIL go for the main thread when that took it the
// last time; 0 when it did not have to wait, or without a gate.
unsigned long CPythonShims_holder(void);

// Keeps other threads from making the main thread give the GIL up in the next `seconds`, or no longer when
// that is 0. False without a gate, and while the gate has not seen yet how anybody waits for the GIL.
bool CPythonShims_protect(double seconds);

// The file that holds the running libpython, for finding the `python3` that belongs to it. NULL when
// the loader does not say. Borrowed from the loader.
const char *CPythonShims_libraryPath(void);

// The python3 of a CPython that is a part of this program; NULL when the library has a file of its own.
const char *CPythonShims_program(void);

// Lets Python find the modules that it imports at every start inside of a program that carries them.
// Before Python starts.
void CPythonShims_freezeModules(void);

// Writes where the Python code of every thread stands, from a signal handler and without the GIL, as
// the last thing that a program does: it may find the memory locked and never return.
void CPythonShims_writeStacks(int descriptor);

// The main thread's alone, for a CPython that keeps its own writer to itself.
void CPythonShims_writeMainStack(int descriptor);

// Ends the process with `code` when it is still alive after `seconds`, by a signal (SIGALRM) that needs
// neither Python nor the main thread. Only for the end: what else waits for that signal is forgotten.
void CPythonShims_endAfter(double seconds, int code);

// Says that the project's functions for the end begin, or have come back. A deadline that finds them running
// says so, writes the stacks to standard error, and ends with 1 in the place of 0.
void CPythonShims_runExitFunctions(bool begins);

#undef SHIM
#endif
