// The few shims that need a body.
#define _GNU_SOURCE
#include "CPythonShims.h"
#include <dlfcn.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

_Thread_local uint8_t CPythonShims_mainThreadMark = 0;

const CPythonShims_GILGate *CPythonShims_gilGate = NULL;

PyThreadState *CPythonShims_letGo(void) {
    if (CPythonShims_gilGate != NULL && CPythonShims_onMainThread()) {
        CPythonShims_gilGate->willLetGo();
    }
    return PyEval_SaveThread();
}

void CPythonShims_takeBack(PyThreadState *state) {
    const CPythonShims_GILGate *gate = CPythonShims_onMainThread() ? CPythonShims_gilGate : NULL;
    if (gate != NULL) gate->willTake();
    PyEval_RestoreThread(state);
    if (gate != NULL) gate->didTake();
}

unsigned long CPythonShims_holder(void) {
    return CPythonShims_gilGate == NULL ? 0 : CPythonShims_gilGate->holder();
}

bool CPythonShims_protect(double seconds) {
    const CPythonShims_GILGate *gate = CPythonShims_onMainThread() ? CPythonShims_gilGate : NULL;
    return gate != NULL && gate->protect != NULL && gate->protect(seconds);
}

void CPythonShims_markMainThread(void) { CPythonShims_mainThreadMark = 1; }

PyObject *CPythonShims_PyErr_GetRaisedException(void) {
#if PY_VERSION_HEX >= 0x030C0000
    return PyErr_GetRaisedException();
#else
    PyObject *type, *value, *traceback;
    PyErr_Fetch(&type, &value, &traceback);
    if (type == NULL) return NULL;
    PyErr_NormalizeException(&type, &value, &traceback);
    if (traceback != NULL) PyException_SetTraceback(value, traceback);
    Py_XDECREF(type);
    Py_XDECREF(traceback);
    return value;
#endif
}

void CPythonShims_PyErr_SetRaisedException(PyObject *exception) {
    PyObject *context = PyException_GetContext(exception);
    if (context == NULL) {
        // Finds the handled exception, avoids cycles and keeps the traceback.
        PyErr_SetObject((PyObject *)Py_TYPE(exception), exception);
        Py_DECREF(exception);
        return;
    }
    Py_DECREF(context);
#if PY_VERSION_HEX >= 0x030C0000
    PyErr_SetRaisedException(exception);
#else
    PyObject *type = (PyObject *)Py_TYPE(exception);
    Py_INCREF(type);
    PyErr_Restore(type, exception, PyException_GetTraceback(exception));
#endif
}

bool CPythonShims_PyGILState_Check(void) {
    if (!Py_IsInitialized()) return false;
#if PY_VERSION_HEX >= 0x030D0000
    PyThreadState *state = PyThreadState_GetUnchecked();
#else
    PyThreadState *state = _PyThreadState_UncheckedGet();
#endif
    return state != NULL && state == PyGILState_GetThisThreadState();
}

const char *CPythonShims_libraryPath(void) {
    Dl_info info;
    if (dladdr((void *)&Py_IsInitialized, &info) == 0) return NULL;
    return info.dli_fname;
}

const char *CPythonShims_program(void) {
#ifdef UNDERSTUDY_PYTHON_PROGRAM
    return UNDERSTUDY_PYTHON_PROGRAM;
#else
    return NULL;
#endif
}

#ifdef __linux__
extern const char _binary_understudy_frozen_start[] __attribute__((weak));
extern const char _binary_understudy_frozen_end[] __attribute__((weak));

void CPythonShims_freezeModules(void) {
    static struct _frozen modules[8];
    const char *next = _binary_understudy_frozen_start;
    if (next == NULL) return;
    // The last one stays empty, which ends the table.
    for (int i = 0; i < 7 && next < _binary_understudy_frozen_end; i++) {
        char size[9] = {0};
        modules[i].name = next;
        next += strlen(next) + 1;
        modules[i].is_package = *next++ == '1';
        memcpy(size, next, 8);
        next += 8;
        modules[i].code = (const unsigned char *)next;
        modules[i].size = (int)strtol(size, NULL, 16);
        next += modules[i].size;
    }
    PyImport_FrozenModules = modules;
}
#else
void CPythonShims_freezeModules(void) {}
#endif

// What faulthandler calls; its own functions give no exit code and no moment of one's choice. A shared
// libpython of 3.13 keeps it to itself.
extern const char *_Py_DumpTracebackThreads(int, PyInterpreterState *, PyThreadState *)
    __attribute__((weak));

void CPythonShims_writeStacks(int descriptor) {
    if (!Py_IsInitialized()) return;
    if (_Py_DumpTracebackThreads != NULL) {
        _Py_DumpTracebackThreads(descriptor, PyInterpreterState_Main(), NULL);
    } else {
        CPythonShims_writeMainStack(descriptor);
    }
}

static volatile sig_atomic_t codeAtDeadline, isInExitFunctions;

void CPythonShims_runExitFunctions(bool begins) { isInExitFunctions = begins; }

static void endAtDeadline(int number) {
    (void)number;
    if (!isInExitFunctions) _exit(codeAtDeadline);
    // Who writes the stacks may find the memory locked: the next alarm ends the process at once.
    signal(SIGALRM, SIG_DFL);
    alarm(1);
    static const char words[] =
        "The program is at its end, and what is registered with atexit did not come back in time. "
        "It was cut off here:\n";
    ssize_t written = write(2, words, sizeof words - 1);
    (void)written;
    CPythonShims_writeStacks(2);
    _exit(codeAtDeadline == 0 ? 1 : codeAtDeadline);
}

// A timer and no thread: a thread, at the end of every run, is a thirtieth of a short one.
void CPythonShims_endAfter(double seconds, int code) {
    codeAtDeadline = code;
    struct sigaction action = {.sa_handler = endAtDeadline, .sa_flags = SA_NODEFER};
    sigemptyset(&action.sa_mask);
    sigaction(SIGALRM, &action, NULL);
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGALRM);
    pthread_sigmask(SIG_UNBLOCK, &signals, NULL);
    time_t whole = (time_t)seconds;
    struct itimerval timer = {
        .it_value = {whole, (suseconds_t)((seconds - (double)whole) * 1e6)},
    };
    setitimer(ITIMER_REAL, &timer, NULL);
}

uint64_t CPythonShims_stretches = 0;

typedef struct {
    double seconds;
    void (*overdue)(int times);
} Watch;

static uint64_t stretchNow(void) {
    return __atomic_load_n(&CPythonShims_stretches, __ATOMIC_RELAXED);
}

// It looks four times in the time allowed, so that a stretch is told of within a quarter of it.
static void *watchStretches(void *argument) {
    Watch watch = *(Watch *)argument;
    free(argument);
    double pause = watch.seconds / 4;
    struct timespec length = {(time_t)pause, (long)((pause - (double)(time_t)pause) * 1e9)};
    uint64_t known = 0;
    int looks = 0;
    for (;;) {
        nanosleep(&length, NULL);
        uint64_t now = stretchNow();
        if (now != known || now % 2 == 0) {
            known = now;
            looks = 0;
        } else if (++looks % 4 == 0) {
            PyGILState_STATE state = PyGILState_Ensure();
            if (stretchNow() == known) watch.overdue(looks / 4);
            PyGILState_Release(state);
        }
    }
    return NULL;
}

bool CPythonShims_watchStretches(double seconds, void (*overdue)(int times)) {
    Watch *watch = malloc(sizeof *watch);
    if (watch == NULL) return false;
    *watch = (Watch){seconds, overdue};
    pthread_t thread;
    if (pthread_create(&thread, NULL, watchStretches, watch) != 0) {
        free(watch);
        return false;
    }
    pthread_detach(thread);
    return true;
}
