// What each thread knows of what the others have done: a clock for each, handed on by whatever orders
// threads. Locks do, and all that is made of them; starts and ends; and what goes through sockets.
#ifdef __linux__
#include "../CPythonShims/include/CPythonShims.h"
#include "Schedule.h"
#include <stdlib.h>
#include <string.h>

// How far a thread knows each of them to be.
typedef struct {
    uint32_t of[CSCHEDULE_THREADS];
} Clock;

static Clock clocks[CSCHEDULE_THREADS];
static bool isKept;

static void merge(Clock *into, const Clock *from) {
    for (int i = 0; i < threadCount; i++) {
        if (from->of[i] > into->of[i]) into->of[i] = from->of[i];
    }
}

void clockStarts(int thread) {
    if (!isKept || self < 0) return;
    memcpy(&clocks[thread], &clocks[self], sizeof(Clock));
    clocks[thread].of[thread] = 1;
    clocks[self].of[self]++;
}

void clockGives(void **known) {
    if (!isKept || self < 0) return;
    if (*known == NULL) *known = calloc(1, sizeof(Clock));
    if (*known == NULL) return;
    merge(*known, &clocks[self]);
    // What comes now is known to nobody.
    clocks[self].of[self]++;
}

void clockTakes(void *known) {
    if (isKept && self >= 0 && known != NULL) merge(&clocks[self], known);
}

void clockForgets(void *known) {
    if (known != NULL) memset(known, 0, sizeof(Clock));
}

void clockJoins(int thread) {
    if (isKept && self >= 0) merge(&clocks[self], &clocks[thread]);
}

// The calling thread's number and its clock, which goes on; None where threads are not controlled.
static PyObject *tell(PyObject *module, PyObject *ignored) {
    (void)module;
    (void)ignored;
    if (!isControlled()) return Py_NewRef(Py_None);
    PyObject *clock = PyTuple_New(threadCount);
    for (int i = 0; clock != NULL && i < threadCount; i++) {
        PyObject *number = PyLong_FromUnsignedLong(clocks[self].of[i]);
        if (number == NULL) Py_CLEAR(clock);
        else PyTuple_SET_ITEM(clock, i, number);
    }
    if (clock == NULL) return NULL;
    clocks[self].of[self]++;
    return Py_BuildValue("iN", self, clock);
}

// The calling thread knows from now on what a clock knew.
static PyObject *learn(PyObject *module, PyObject *clock) {
    (void)module;
    if (!PyTuple_Check(clock)) {
        PyErr_SetString(PyExc_TypeError, "a clock is a tuple");
        return NULL;
    }
    Py_ssize_t count = PyTuple_GET_SIZE(clock);
    for (Py_ssize_t i = 0; isControlled() && i < count && i < CSCHEDULE_THREADS; i++) {
        uint32_t number = (uint32_t)PyLong_AsUnsignedLongMask(PyTuple_GET_ITEM(clock, i));
        if (number > clocks[self].of[i]) clocks[self].of[i] = number;
    }
    if (PyErr_Occurred()) return NULL;
    return Py_NewRef(Py_None);
}

bool keepsClocks(void) { return isKept; }

bool CSchedule_keepClocks(void) {
    static PyMethodDef methods[] = {
        {"<clock>", tell, METH_NOARGS, NULL},
        {"<learn>", learn, METH_O, NULL},
    };
    for (size_t i = 0; i < sizeof methods / sizeof *methods; i++) {
        PyObject *function = PyCFunction_New(&methods[i], NULL);
        if (function == NULL) return false;
        int result = PyDict_SetItemString(PyEval_GetBuiltins(), methods[i].ml_name, function);
        Py_DECREF(function);
        if (result != 0) return false;
    }
    clocks[0].of[0] = 1;
    isKept = true;
    return true;
}
#endif
