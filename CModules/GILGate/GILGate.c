// The main thread gets the GIL first.
//
// CPython waits for the GIL by pthread_cond_timedwait and hands it over by pthread_cond_signal, on one
// condition variable and under one mutex. A program that defines these two functions is asked instead of
// libc. This one lets every call pass but those on the GIL's condition variable:
//
//  * a worker that waits for the GIL sleeps on `turn`, a futex of our own, as long as CPython asked;
//  * whoever lets the GIL go wakes one of them, unless the main thread waits: then it alone is woken;
//  * the main thread asks the holder to let go at once instead of after the 5 ms of the workers. A short
//    sleep before asking would cost it its turn: the scheduler leaves who has just run where it is, behind
//    a worker, until the next tick;
//  * for the first 10 ms of a frame, and while the host ends, the workers' own requests are not made, so
//    they do not slice it.
//
// Why no wake-up is lost: `turn`, `sleepers` and `mainWaits` change only under the GIL's mutex, which a
// waiter holds while it reads `turn` and a signaller while it raises it; a futex wait on a value that
// has moved on returns at once. And every sleep ends at CPython's own deadline in any case.
//
// The condition variable is learned: the main thread says when it takes the GIL, and what it waits for
// in that moment is the GIL. Until then, in test bundles and off Linux, all is as CPython does it.
#define _GNU_SOURCE
#include "GILGate.h"

#ifdef __linux__
#include "../CPythonShims/include/CPythonShims.h"
#include <dlfcn.h>
#include <errno.h>
#include <linux/futex.h>
#include <pthread.h>
#include <sched.h>
#include <stdatomic.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

typedef int TimedWait(pthread_cond_t *, pthread_mutex_t *, const struct timespec *);
typedef int Signal(pthread_cond_t *);

static const int64_t mainPatience = 300 * 1000;
static const int64_t protection = 10 * 1000 * 1000;
// Who wakes takes the processor at once if its turn ends before that of who works there, and at the next
// tick, up to 4 ms later, if it does not: so the main thread's is the shortest that the scheduler gives, and
// a worker's is long. Of 100 wake-ups some 10 came too late with workers' turns of 1.4 ms. A thread that
// computes without the GIL, as numpy does, has ordinary turns: through a long one whoever has the GIL and no
// processor would wait, and the main thread with it.
static const uint64_t mainsTurn = 100 * 1000;
static const uint64_t workersTurn = 20 * 1000 * 1000;
static const uint64_t computersTurn = 2800 * 1000;
// Less work than this is what letting go and coming back take by themselves.
static const int64_t computing = 100 * 1000;
static const int manyComputations = 4;

static _Atomic(TimedWait *) libcTimedWait;
static _Atomic(Signal *) libcSignal;
static _Atomic(pthread_cond_t *) gilCondition;
// What CPython signals once it has taken the GIL.
static _Atomic(pthread_cond_t *) takenCondition;
static _Thread_local bool isTaking;
// When this thread took the GIL, how long it has had it since it last slept at the gate, and how much it
// had worked by then.
static _Thread_local int64_t takenAt, held, worked;
static _Atomic int64_t protectedUntil;
static _Atomic uint32_t turn;
// Under the GIL's mutex.
static int sleepers;
static bool mainWaits;
static bool mainHasAsked;
// Who let the GIL go last since the main thread began to take it; none yet when it is 0.
static _Atomic(pthread_t) holder;

static int64_t nanoseconds(const struct timespec *time) {
    return (int64_t)time->tv_sec * 1000000000 + time->tv_nsec;
}

static int64_t timeOf(clockid_t clock) {
    struct timespec time;
    clock_gettime(clock, &time);
    return nanoseconds(&time);
}

static int64_t now(void) { return timeOf(CLOCK_MONOTONIC); }

static TimedWait *realTimedWait(void) {
    TimedWait *function = atomic_load_explicit(&libcTimedWait, memory_order_relaxed);
    if (function == NULL) {
        function = (TimedWait *)dlsym(RTLD_NEXT, "pthread_cond_timedwait");
        atomic_store(&libcTimedWait, function);
    }
    return function;
}

static Signal *realSignal(void) {
    Signal *function = atomic_load_explicit(&libcSignal, memory_order_relaxed);
    if (function == NULL) {
        function = (Signal *)dlsym(RTLD_NEXT, "pthread_cond_signal");
        atomic_store(&libcSignal, function);
    }
    return function;
}

// Asks the scheduler for turns of that many nanoseconds for this thread. Needs no right, and kernels that
// do not know it leave things as they are; threads with another policy than the ordinary one keep it. What
// the thread starts does not inherit it.
static void askForTurns(uint64_t length) {
    struct {
        uint32_t size, policy;
        uint64_t flags;
        int32_t nice;
        uint32_t priority;
        uint64_t runtime, deadline, period;
    } wish = {.size = sizeof wish, .flags = 1, .runtime = length};
    // The flag below is a part of the answer the second time.
    if ((syscall(SYS_sched_getscheduler, 0) & ~SCHED_RESET_ON_FORK) != SCHED_OTHER) return;
    wish.nice = getpriority(PRIO_PROCESS, 0);
    syscall(SYS_sched_setattr, 0, &wish, 0);
}

// Asks for turns, once until it is to be others.
static void askOnce(uint64_t length) {
    static _Thread_local uint64_t asked;
    if (length == asked) return;
    asked = length;
    askForTurns(length);
}

// Looks how much this thread has worked without the GIL since it was here, and asks for the turns that suit
// it, once it did so several times: a single long wake-up looks like work. The clock makes the scheduler
// think: whoever reads it with a lock in hand may lose the processor with it.
static void chooseTurns(void) {
    static _Thread_local int computations;
    int64_t work = timeOf(CLOCK_THREAD_CPUTIME_ID);
    bool isComputing = worked != 0 && work - worked - held > computing;
    worked = work;
    held = 0;
    if (isComputing && computations < manyComputations) computations++;
    if (!isComputing && computations > 0) computations--;
    if (computations == 0) askOnce(workersTurn);
    if (computations == manyComputations) askOnce(computersTurn);
}

static int sleepAtGate(pthread_mutex_t *mutex, const struct timespec *deadline) {
    uint32_t seen = atomic_load(&turn);
    sleepers++;
    pthread_mutex_unlock(mutex);
    chooseTurns();
    long slept = syscall(
        SYS_futex, &turn, FUTEX_WAIT_BITSET_PRIVATE, seen, deadline, NULL, FUTEX_BITSET_MATCH_ANY);
    int reason = slept == 0 ? 0 : errno;
    pthread_mutex_lock(mutex);
    sleepers--;
    // CPython asks the holder to let go when the time is up; not while a frame is young.
    return reason == ETIMEDOUT && now() >= atomic_load(&protectedUntil) ? ETIMEDOUT : 0;
}

static int waitFirst(
    pthread_cond_t *condition, pthread_mutex_t *mutex, const struct timespec *deadline
) {
    // What CPython takes for the end of its patience: it then asks the holder, and waits again.
    if (!mainHasAsked) {
        mainHasAsked = true;
        return ETIMEDOUT;
    }
    int64_t soon = now() + mainPatience;
    if (soon > nanoseconds(deadline)) soon = nanoseconds(deadline);
    struct timespec time = {soon / 1000000000, soon % 1000000000};
    mainWaits = true;
    int result = realTimedWait()(condition, mutex, &time);
    mainWaits = false;
    // Whoever has come between is asked anew.
    if (result == 0) mainHasAsked = false;
    return result;
}

int pthread_cond_timedwait(
    pthread_cond_t *condition, pthread_mutex_t *mutex, const struct timespec *deadline
) {
    if (isTaking && atomic_load(&gilCondition) == NULL) atomic_store(&gilCondition, condition);
    if (condition != atomic_load_explicit(&gilCondition, memory_order_acquire)) {
        return realTimedWait()(condition, mutex, deadline);
    }
    // CPython's deadlines are on the monotonic clock. One that lies far ahead is on another.
    if (nanoseconds(deadline) - now() > 60LL * 1000000000) {
        return realTimedWait()(condition, mutex, deadline);
    }
    return CPythonShims_onMainThread() ? waitFirst(condition, mutex, deadline)
                                       : sleepAtGate(mutex, deadline);
}

int pthread_cond_signal(pthread_cond_t *condition) {
    if (condition == atomic_load_explicit(&takenCondition, memory_order_relaxed)) {
        takenAt = now();
    } else if (condition == atomic_load_explicit(&gilCondition, memory_order_acquire)) {
        if (takenAt != 0) held += now() - takenAt;
        if (mainWaits) {
            atomic_store_explicit(&holder, pthread_self(), memory_order_relaxed);
            // Perhaps it never sleeps at the gate: the main thread may have let go before it runs again.
            if (worked == 0) askOnce(workersTurn);
        } else {
            atomic_fetch_add(&turn, 1);
            if (sleepers > 0) syscall(SYS_futex, &turn, FUTEX_WAKE_PRIVATE, 1, NULL, NULL, 0);
        }
    } else if (isTaking && atomic_load(&gilCondition) != NULL) {
        atomic_store(&takenCondition, condition);
    }
    return realSignal()(condition);
}

static void willTake(void) {
    isTaking = true;
    mainHasAsked = false;
    atomic_store_explicit(&holder, 0, memory_order_relaxed);
}

static void didTake(void) {
    static bool hasAsked;
    isTaking = false;
    if (atomic_load(&gilCondition) == NULL) return;
    atomic_store(&protectedUntil, now() + protection);
    if (hasAsked) return;
    hasAsked = true;
    askForTurns(mainsTurn);
}

static void willLetGo(void) { atomic_store(&protectedUntil, 0); }

static bool protect(double seconds) {
    if (atomic_load(&gilCondition) == NULL) return false;
    atomic_store(&protectedUntil, seconds > 0 ? now() + (int64_t)(seconds * 1e9) : 0);
    return true;
}

static unsigned long whoHeld(void) { return (unsigned long)atomic_load(&holder); }

// A forked child has one thread, and perhaps another main thread: it learns anew.
static void forget(void) {
    atomic_store(&gilCondition, NULL);
    atomic_store(&takenCondition, NULL);
    atomic_store(&protectedUntil, 0);
    mainWaits = false;
    mainHasAsked = false;
    sleepers = 0;
}

__attribute__((constructor)) static void install(void) {
    // The main thread's sleeps end when they should and not up to 50 µs later.
    prctl(PR_SET_TIMERSLACK, 1);
    static const CPythonShims_GILGate gate = {willTake, didTake, willLetGo, whoHeld, protect};
    if (realTimedWait() == NULL || realSignal() == NULL) return;
    pthread_atfork(NULL, NULL, forget);
    CPythonShims_gilGate = &gate;
}
#endif
