// The umbrella over CPython's headers. Swift never names a Python version; this header sees to it.
#ifndef UNDERSTUDY_CPYTHON_H
#define UNDERSTUDY_CPYTHON_H

// Before Python.h: its feature macros otherwise hide fd_set from the modules that come later.
#include <sys/select.h>

// Otherwise CPython's header asserts are compiled into every Swift caller.
#ifndef NDEBUG
#define NDEBUG 1
#endif
#define PY_SSIZE_T_CLEAN
#include <Python.h>

#if PY_VERSION_HEX < 0x030B0000
#error "Understudy embeds CPython 3.11 or newer."
#endif

#endif
