// The rival of the benchmarks: tables, cells and `op` as a C programmer would write them for CPython.
// Objects are told as `void *`, so that the benchmarks need not see CPython's headers.
#ifndef UNDERSTUDY_CRIVAL_H
#define UNDERSTUDY_CRIVAL_H

#include <stdint.h>

// The rival's module, with the calling thread as its main thread. It holds a COMP called `owner` with
// 64 tables, `table0` to `table63`, of 8 × 8 cells, and `op`, which looks inside. New reference or NULL
// with the exception raised.
void *CRival_makeModule(void);

// Calls `object.name()` over and over. Returns the thread's CPU time in nanoseconds; 0 when a call
// raised. `name` is an interned text. Both references are borrowed.
uint64_t CRival_callMethod(void *object, void *name, long count);

// Calls `function(argument)` over and over; the rest as above.
uint64_t CRival_callFunction(void *function, void *argument, long count);

#endif
