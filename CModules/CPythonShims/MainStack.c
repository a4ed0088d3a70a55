// Where the main thread's Python code stands, for a signal handler of CPython 3.13 and later: whose
// shared library keeps faulthandler's own writer to itself.
#define _GNU_SOURCE
#include "CPythonShims.h"

#if PY_VERSION_HEX >= 0x030D0000
#define Py_BUILD_CORE 1
#include <internal/pycore_frame.h>
#include <stdio.h>

// SAFETY: the frames are read as they lie, without the GIL and without frame objects, which would need
// a thread state and memory. Whoever calls this ends the program next, so a frame that changes meanwhile
// spoils no more than these lines.
void CPythonShims_writeMainStack(int descriptor) {
    PyThreadState *state = PyInterpreterState_ThreadHead(PyInterpreterState_Main());
    for (PyThreadState *next = state; next != NULL; next = PyThreadState_Next(next)) state = next;
    dprintf(descriptor, "Main thread (most recent call first):\n");
    _PyInterpreterFrame *frame = state == NULL ? NULL : state->current_frame;
    for (int depth = 0; frame != NULL && depth < 100; depth++, frame = frame->previous) {
        if (_PyFrame_IsIncomplete(frame)) continue;
        PyCodeObject *code = _PyFrame_GetCode(frame);
        dprintf(
            descriptor, "  File \"%s\", line %d in %s\n", PyUnicode_AsUTF8(code->co_filename),
            PyUnstable_InterpreterFrame_GetLine(frame), PyUnicode_AsUTF8(code->co_name));
    }
}
#else
void CPythonShims_writeMainStack(int descriptor) { (void)descriptor; }
#endif
