// Which things of Python's do not hold what they held: thousands are looked at between two schedules.
#ifdef __linux__
#include "../CPythonShims/include/CPythonShims.h"
#include "Schedule.h"

// Both in the same order, as they are when one is a copy of the other and nobody has changed it.
static bool isSameDict(PyObject *now, PyObject *before) {
    if (PyDict_Size(now) != PyDict_Size(before)) return false;
    Py_ssize_t here = 0, there = 0;
    PyObject *key, *value, *oldKey, *oldValue;
    while (PyDict_Next(now, &here, &key, &value)) {
        if (!PyDict_Next(before, &there, &oldKey, &oldValue)) return false;
        if (key != oldKey || value != oldValue) return false;
    }
    return true;
}

static bool isSameList(PyObject *now, PyObject *before) {
    Py_ssize_t count = PyList_Size(now);
    if (count != PyList_Size(before)) return false;
    for (Py_ssize_t i = 0; i < count; i++) {
        if (PyList_GetItem(now, i) != PyList_GetItem(before, i)) return false;
    }
    return true;
}

// What cannot be compared counts as changed.
static bool isSame(PyObject *now, PyObject *before) {
    int result = PyObject_RichCompareBool(now, before, Py_EQ);
    if (result < 0) PyErr_Clear();
    return result == 1;
}

static bool holdsTheSame(PyObject *now, PyObject *before, PyObject *holder) {
    // A class shows its names through a proxy.
    if (PyType_Check(holder)) now = ((PyTypeObject *)holder)->tp_dict;
    if (now != NULL && PyDict_Check(now) && PyDict_CheckExact(before)) {
        return isSameDict(now, before);
    }
    if (PyList_CheckExact(now) && PyList_CheckExact(before)) return isSameList(now, before);
    return isSame(now, before);
}

// Takes a list of tuples: what shows what a thing holds, what that was, the thing.
static PyObject *changed(PyObject *module, PyObject *held) {
    (void)module;
    PyObject *found = PyList_New(0);
    for (Py_ssize_t i = 0; found != NULL && i < PyList_Size(held); i++) {
        PyObject *one = PyList_GetItem(held, i);
        PyObject *now = PyTuple_GetItem(one, 0), *before = PyTuple_GetItem(one, 1);
        PyObject *holder = PyTuple_GetItem(one, 2);
        bool isKnown = now != NULL && before != NULL && holder != NULL;
        if (isKnown && holdsTheSame(now, before, holder)) continue;
        if (!isKnown || PyList_Append(found, one) < 0) Py_CLEAR(found);
    }
    return found;
}

bool installChanged(void) {
    static PyMethodDef method = {"<changed>", changed, METH_O, NULL};
    PyObject *function = PyCFunction_New(&method, NULL);
    if (function == NULL) return false;
    int result = PyDict_SetItemString(PyEval_GetBuiltins(), "<changed>", function);
    Py_DECREF(function);
    return result == 0;
}
#endif
