// What the schedule needs of CPython: its lock, and the points in the project's code.
#ifdef __linux__
#include "../CPythonShims/include/CPythonShims.h"
#include "Schedule.h"
#include <stdio.h>
#include <string.h>

bool hasGIL(void) { return CPythonShims_PyGILState_Check(); }

void takeGIL(void) { PyGILState_Ensure(); }

void *letGo(void) { return hasGIL() ? PyEval_SaveThread() : NULL; }

void takeBack(void *state) {
    if (state != NULL) PyEval_RestoreThread(state);
}

static bool isHostWaiting;

bool hostWaits(void) { return isHostWaiting; }

static void hostBegins(void) { isHostWaiting = true; }
static void hostTakes(void) {}
static void hostEnds(void) { isHostWaiting = false; }

// The GIL gate sits in the same place in other programs; here nobody has to wait for the GIL.
__attribute__((constructor)) static void install(void) {
    static const CPythonShims_GILGate gate = {hostTakes, hostEnds, hostBegins};
    CPythonShims_gilGate = &gate;
}

// Whether a file belongs to Python's library, where nobody looks for his own line.
static bool isOfLibrary(const char *file) {
    return strncmp(file, "<frozen", 7) == 0 || strstr(file, "/lib/python3") != NULL;
}

void noteLine(CSchedule_Stall *place) {
    PyFrameObject *frame = PyThreadState_GetFrame(PyThreadState_Get());
    place->line = 0;
    place->call[0] = 0;
    while (frame != NULL && place->line == 0) {
        PyCodeObject *code = PyFrame_GetCode(frame);
        const char *file = PyUnicode_AsUTF8(code->co_filename);
        if (file == NULL) PyErr_Clear();
        else if (isOfLibrary(file)) {
            const char *name = PyUnicode_AsUTF8(code->co_name);
            if (name == NULL) PyErr_Clear();
            else snprintf(place->call, sizeof place->call, "%s", name);
        } else {
            snprintf(place->file, sizeof place->file, "%s", file);
            place->line = PyFrame_GetLineNumber(frame);
        }
        PyFrameObject *back = PyFrame_GetBack(frame);
        Py_DECREF(code);
        Py_DECREF(frame);
        frame = back;
    }
    Py_XDECREF(frame);
}

static PyObject *pass(PyObject *module, PyObject *const *arguments, Py_ssize_t count) {
    (void)module;
    if (count != 2) {
        PyErr_SetString(PyExc_TypeError, "a point takes a value and a site");
        return NULL;
    }
    if (isControlled()) point((uint32_t)PyLong_AsUnsignedLongMask(arguments[1]));
    return Py_NewRef(arguments[0]);
}

// The memory for a thread's calls comes in pieces of this size; so many of them are kept.
#define CHUNK ((size_t)16 * 1024)
#define MOST_CHUNKS 32
static void *chunks[MOST_CHUNKS];
static int chunkCount;
static PyObjectArenaAllocator kernel;

static void *getChunk(void *context, size_t size) {
    (void)context;
    bool isKept = size == CHUNK && chunkCount > 0 && isControlled();
    return isKept ? chunks[--chunkCount] : kernel.alloc(kernel.ctx, size);
}

static void keepChunk(void *context, void *chunk, size_t size) {
    (void)context;
    // Whoever is controlled is alone.
    if (size == CHUNK && chunkCount < MOST_CHUNKS && isControlled()) chunks[chunkCount++] = chunk;
    else kernel.free(kernel.ctx, chunk, size);
}

void CSchedule_keepChunks(void) {
    PyObject_GetArenaAllocator(&kernel);
    PyObject_SetArenaAllocator(&(PyObjectArenaAllocator){NULL, getChunk, keepChunk});
}

bool CSchedule_installPoint(void) {
    static PyMethodDef method = {"<point>", (PyCFunction)(void (*)(void))pass, METH_FASTCALL, NULL};
    PyObject *function = PyCFunction_New(&method, NULL);
    if (function == NULL) return false;
    int result = PyDict_SetItemString(PyEval_GetBuiltins(), "<point>", function);
    Py_DECREF(function);
    return result == 0 && installChanged();
}
#endif
