// Written to be fast and no faster than good C is: heap types with garbage collection, the texts kept
// as Python objects, a dictionary for names, one thread-local byte as the guard.
#define _GNU_SOURCE
#include "CRival.h"
#include "../CPython/CPython.h"
#include <stddef.h>
#include <stdlib.h>
#include <time.h>

static _Thread_local uint8_t onMainThread = 0;

static int refuse(void) {
    PyErr_SetString(PyExc_RuntimeError, "operators may be touched on the main thread only");
    return 0;
}
#define ADMITTED (onMainThread || refuse())

typedef struct {
    PyObject_HEAD
    PyObject **cells;
    Py_ssize_t rows, columns;
} Table;

typedef struct {
    PyObject_HEAD
    Table *owner;
    Py_ssize_t row, column;
} Cell;

typedef struct {
    PyObject_HEAD
    PyObject *children;
} Comp;

static PyTypeObject *tableType, *cellType, *compType;

static PyObject *cellGet(PyObject *self, void *closure) {
    (void)closure;
    if (!ADMITTED) return NULL;
    Cell *cell = (Cell *)self;
    PyObject *text = cell->owner->cells[cell->row * cell->owner->columns + cell->column];
    Py_INCREF(text);
    return text;
}

static int cellSet(PyObject *self, PyObject *value, void *closure) {
    (void)closure;
    if (!ADMITTED) return -1;
    if (value == NULL) {
        PyErr_SetString(PyExc_TypeError, "a cell cannot be deleted");
        return -1;
    }
    PyObject *text = PyUnicode_CheckExact(value) ? value : PyObject_Str(value);
    if (text == NULL) return -1;
    if (text == value) Py_INCREF(text);
    Cell *cell = (Cell *)self;
    PyObject **place = &cell->owner->cells[cell->row * cell->owner->columns + cell->column];
    PyObject *old = *place;
    *place = text;
    Py_DECREF(old);
    return 0;
}

static int cellTraverse(PyObject *self, visitproc visit, void *arg) {
    Py_VISIT(Py_TYPE(self));
    Py_VISIT(((Cell *)self)->owner);
    return 0;
}

static void cellDeallocate(PyObject *self) {
    PyTypeObject *type = Py_TYPE(self);
    PyObject_GC_UnTrack(self);
    Py_XDECREF(((Cell *)self)->owner);
    type->tp_free(self);
    Py_DECREF(type);
}

static PyObject *tableSubscript(PyObject *self, PyObject *key) {
    if (!ADMITTED) return NULL;
    Table *table = (Table *)self;
    if (!PyTuple_Check(key) || PyTuple_GET_SIZE(key) != 2) {
        PyErr_SetString(PyExc_TypeError, "expected [row, column]");
        return NULL;
    }
    Py_ssize_t row = PyLong_AsSsize_t(PyTuple_GET_ITEM(key, 0));
    if (row == -1 && PyErr_Occurred()) return NULL;
    Py_ssize_t column = PyLong_AsSsize_t(PyTuple_GET_ITEM(key, 1));
    if (column == -1 && PyErr_Occurred()) return NULL;
    if (row < 0 || column < 0 || row >= table->rows || column >= table->columns) Py_RETURN_NONE;
    Cell *cell = (Cell *)cellType->tp_alloc(cellType, 0);
    if (cell == NULL) return NULL;
    Py_INCREF(self);
    cell->owner = table;
    cell->row = row;
    cell->column = column;
    return (PyObject *)cell;
}

static int tableTraverse(PyObject *self, visitproc visit, void *arg) {
    (void)arg;
    Py_VISIT(Py_TYPE(self));
    return 0;
}

static void tableDeallocate(PyObject *self) {
    PyTypeObject *type = Py_TYPE(self);
    Table *table = (Table *)self;
    PyObject_GC_UnTrack(self);
    for (Py_ssize_t i = 0; i < table->rows * table->columns; i++) Py_XDECREF(table->cells[i]);
    free(table->cells);
    type->tp_free(self);
    Py_DECREF(type);
}

static PyObject *compOp(PyObject *self, PyObject *name) {
    if (!ADMITTED) return NULL;
    PyObject *found = PyDict_GetItemWithError(((Comp *)self)->children, name);
    if (found == NULL) {
        if (PyErr_Occurred()) return NULL;
        Py_RETURN_NONE;
    }
    Py_INCREF(found);
    return found;
}

static int compTraverse(PyObject *self, visitproc visit, void *arg) {
    Py_VISIT(Py_TYPE(self));
    Py_VISIT(((Comp *)self)->children);
    return 0;
}

static void compDeallocate(PyObject *self) {
    PyTypeObject *type = Py_TYPE(self);
    PyObject_GC_UnTrack(self);
    Py_XDECREF(((Comp *)self)->children);
    type->tp_free(self);
    Py_DECREF(type);
}

static PyGetSetDef cellMembers[] = {{"val", cellGet, cellSet, NULL, NULL}, {0}};
static PyType_Slot cellSlots[] = {
    {Py_tp_dealloc, cellDeallocate}, {Py_tp_traverse, cellTraverse}, {Py_tp_getset, cellMembers}, {0},
};
static PyType_Slot tableSlots[] = {
    {Py_tp_dealloc, tableDeallocate}, {Py_tp_traverse, tableTraverse},
    {Py_mp_subscript, tableSubscript}, {0},
};
static PyMethodDef compMethods[] = {{"op", compOp, METH_O, NULL}, {0}};
static PyType_Slot compSlots[] = {
    {Py_tp_dealloc, compDeallocate}, {Py_tp_traverse, compTraverse}, {Py_tp_methods, compMethods}, {0},
};
#define FLAGS (Py_TPFLAGS_DEFAULT | Py_TPFLAGS_HAVE_GC)
static PyType_Spec cellSpec = {"crival.Cell", sizeof(Cell), 0, FLAGS, cellSlots};
static PyType_Spec tableSpec = {"crival.Table", sizeof(Table), 0, FLAGS, tableSlots};
static PyType_Spec compSpec = {"crival.Comp", sizeof(Comp), 0, FLAGS, compSlots};

static PyObject *makeTable(Py_ssize_t rows, Py_ssize_t columns) {
    Table *table = (Table *)tableType->tp_alloc(tableType, 0);
    if (table == NULL) return NULL;
    table->cells = calloc((size_t)(rows * columns), sizeof(PyObject *));
    if (table->cells == NULL) {
        Py_DECREF(table);
        return PyErr_NoMemory();
    }
    table->rows = rows;
    table->columns = columns;
    for (Py_ssize_t i = 0; i < rows * columns; i++) {
        if ((table->cells[i] = PyUnicode_FromString("")) == NULL) {
            Py_DECREF(table);
            return NULL;
        }
    }
    return (PyObject *)table;
}

static PyObject *makeOwner(void) {
    Comp *owner = (Comp *)compType->tp_alloc(compType, 0);
    if (owner == NULL) return NULL;
    owner->children = PyDict_New();
    for (int i = 0; i < 64 && owner->children != NULL; i++) {
        PyObject *name = PyUnicode_FromFormat("table%d", i);
        PyObject *table = makeTable(8, 8);
        int failed = name == NULL || table == NULL || PyDict_SetItem(owner->children, name, table);
        Py_XDECREF(name);
        Py_XDECREF(table);
        if (failed) {
            Py_DECREF(owner);
            return NULL;
        }
    }
    return (PyObject *)owner;
}

static PyMethodDef opFunction = {"op", compOp, METH_O, NULL};

void *CRival_makeModule(void) {
    onMainThread = 1;
    tableType = (PyTypeObject *)PyType_FromSpec(&tableSpec);
    cellType = (PyTypeObject *)PyType_FromSpec(&cellSpec);
    compType = (PyTypeObject *)PyType_FromSpec(&compSpec);
    if (tableType == NULL || cellType == NULL || compType == NULL) return NULL;
    PyObject *owner = makeOwner();
    if (owner == NULL) return NULL;
    PyObject *module = PyModule_New("crival");
    PyObject *op = PyCFunction_New(&opFunction, owner);
    if (module == NULL || op == NULL || PyModule_AddObjectRef(module, "owner", owner) != 0
        || PyModule_AddObjectRef(module, "op", op) != 0) {
        Py_CLEAR(module);
    }
    Py_XDECREF(op);
    Py_DECREF(owner);
    return module;
}

static uint64_t threadTime(void) {
    struct timespec time;
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return (uint64_t)time.tv_sec * 1000000000u + (uint64_t)time.tv_nsec;
}

uint64_t CRival_callMethod(void *object, void *name, long count) {
    uint64_t begin = threadTime();
    for (long i = 0; i < count; i++) {
        PyObject *result = PyObject_CallMethodNoArgs(object, name);
        if (result == NULL) {
            PyErr_Clear();
            return 0;
        }
        Py_DECREF(result);
    }
    return threadTime() - begin;
}

uint64_t CRival_callFunction(void *function, void *argument, long count) {
    uint64_t begin = threadTime();
    for (long i = 0; i < count; i++) {
        PyObject *result = PyObject_CallOneArg(function, argument);
        if (result == NULL) {
            PyErr_Clear();
            return 0;
        }
        Py_DECREF(result);
    }
    return threadTime() - begin;
}
