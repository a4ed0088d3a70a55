// Semaphores, which are all of CPython's locks on Linux, and the starts and ends of threads.
#ifdef __linux__
#include "Schedule.h"
#include <semaphore.h>
#include <stdlib.h>
#include <string.h>

// Who has which lock, by the lock's address. One of a full table has no known holder.
#define LOCKS 8192
typedef struct {
    const void *lock;
    uint8_t holder;
    // What those knew who gave it back.
    void *known;
} Holder;
static Holder holders[LOCKS];
// Those of a moment to go back to.
static Holder *kept;

void keepLocks(void) {
    kept = malloc(sizeof holders);
    if (kept != NULL) memcpy(kept, holders, sizeof holders);
}

void rewindLocks(void) {
    if (kept != NULL) memcpy(holders, kept, sizeof holders);
}

static size_t slot(const void *lock) {
    size_t place = ((uintptr_t)lock >> 4) * 2654435761u % LOCKS;
    for (size_t tries = 0; tries < LOCKS; tries++) {
        if (holders[place].lock == lock) return place;
        if (holders[place].lock == NULL) {
            holders[place].lock = lock;
            holders[place].holder = CSCHEDULE_NOBODY;
            return place;
        }
        place = (place + 1) % LOCKS;
    }
    return LOCKS;
}

// Where a lock is in the table; LOCKS for an object that is none.
static size_t slotOf(const void *lock) {
    size_t place = ((uintptr_t)lock >> 4) * 2654435761u % LOCKS;
    for (size_t tries = 0; tries < LOCKS && holders[place].lock != NULL; tries++) {
        if (holders[place].lock == lock) return place;
        place = (place + 1) % LOCKS;
    }
    return LOCKS;
}

void took(const void *lock) {
    size_t place = slot(lock);
    if (place == LOCKS) return;
    holders[place].holder = self;
    clockTakes(holders[place].known);
}

void gaveBack(const void *lock) {
    size_t place = slot(lock);
    if (place == LOCKS) return;
    holders[place].holder = CSCHEDULE_NOBODY;
    clockGives(&holders[place].known);
}

// Another lock has come to lie in the same place.
static void isNew(const void *lock) {
    size_t place = slot(lock);
    if (place == LOCKS) return;
    holders[place].holder = CSCHEDULE_NOBODY;
    clockForgets(holders[place].known);
}

uint8_t holder(const void *lock) {
    size_t place = slot(lock);
    return place < LOCKS ? holders[place].holder : CSCHEDULE_NOBODY;
}

static bool tryToTake(sem_t *semaphore) {
    if (REAL(sem_trywait)(semaphore) != 0) return false;
    took(semaphore);
    return true;
}

static int take(sem_t *semaphore, uint64_t deadline) {
    while (!tryToTake(semaphore)) {
        if (errno != EAGAIN) return -1;
        if (waitFor(semaphore, deadline)) continue;
        if (tryToTake(semaphore)) return 0;
        errno = ETIMEDOUT;
        return -1;
    }
    return 0;
}

int sem_init(sem_t *semaphore, int isShared, unsigned value) {
    if (isControlled()) isNew(semaphore);
    return REAL(sem_init)(semaphore, isShared, value);
}

int sem_trywait(sem_t *semaphore) {
    if (!isControlled()) return REAL(sem_trywait)(semaphore);
    // CPython asks so before it waits, still having the GIL; without it, it is the wait's own question.
    bool asks = hasGIL();
    if (asks) point(0);
    if (tryToTake(semaphore)) return 0;
    int error = errno;
    if (asks && self == 0) noteLine(&asked);
    errno = error;
    return -1;
}

int sem_wait(sem_t *semaphore) {
    return isControlled() ? take(semaphore, 0) : REAL(sem_wait)(semaphore);
}

static uint64_t nanoseconds(clockid_t clock, const struct timespec *time) {
    uint64_t deadline = (uint64_t)time->tv_sec * 1000000000 + time->tv_nsec;
    if (clock == CLOCK_REALTIME) deadline -= sinceEpoch;
    return deadline == 0 ? 1 : deadline;
}

int sem_timedwait(sem_t *semaphore, const struct timespec *deadline) {
    return isControlled() ? take(semaphore, nanoseconds(CLOCK_REALTIME, deadline))
                          : REAL(sem_timedwait)(semaphore, deadline);
}

int sem_clockwait(sem_t *semaphore, clockid_t clock, const struct timespec *deadline) {
    return isControlled() ? take(semaphore, nanoseconds(clock, deadline))
                          : REAL(sem_clockwait)(semaphore, clock, deadline);
}

int sem_post(sem_t *semaphore) {
    int result = REAL(sem_post)(semaphore);
    if (isControlled()) {
        gaveBack(semaphore);
        wake(semaphore);
    }
    return result;
}

void CSchedule_letOn(int number) {
    Thread *thread = &threads[number];
    if (thread->state != WAITING || thread->looksOutside || slotOf(thread->object) == LOCKS) return;
    REAL(sem_post)((sem_t *)thread->object);
    wake(thread->object);
}

typedef struct {
    void *(*body)(void *);
    void *argument;
    int thread;
} Start;

static void *runThread(void *argument) {
    Start start = *(Start *)argument;
    free(argument);
    enter(start.thread);
    void *result = start.body(start.argument);
    if (isControlled()) leave();
    return result;
}

int pthread_create(
    pthread_t *thread, const pthread_attr_t *attributes, void *(*body)(void *), void *argument
) {
    Start *start = isControlled() ? malloc(sizeof *start) : NULL;
    if (start == NULL) return REAL(pthread_create)(thread, attributes, body, argument);
    *start = (Start){body, argument, newThread()};
    int number = start->thread;
    clockStarts(number);
    int result = REAL(pthread_create)(thread, attributes, runThread, start);
    if (result == 0) {
        threads[number].thread = *thread;
        threads[number].identifier = (uint64_t)*thread;
    } else {
        threads[number].state = ENDED;
        free(start);
    }
    return result;
}

int pthread_join(pthread_t thread, void **result) {
    for (int i = threadCount - 1; isControlled() && i > 0; i--) {
        if (threads[i].thread != thread) continue;
        while (threads[i].state != ENDED) waitFor(&threads[i], 0);
        clockJoins(i);
        break;
    }
    return REAL(pthread_join)(thread, result);
}
#endif
