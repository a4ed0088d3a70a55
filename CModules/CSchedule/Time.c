// The clocks, the sleeps and the chance of the kernel.
#ifdef __linux__
#include "Schedule.h"
#include <sched.h>
#include <stdlib.h>
#include <sys/random.h>
#include <sys/time.h>

uint64_t sinceEpoch = 1800000000000000000ull;
uint64_t chance = 1;

static bool isOurs(clockid_t clock) {
    return clock == CLOCK_MONOTONIC || clock == CLOCK_REALTIME || clock == CLOCK_MONOTONIC_RAW
        || clock == CLOCK_BOOTTIME || clock == CLOCK_MONOTONIC_COARSE
        || clock == CLOCK_REALTIME_COARSE;
}

static bool isWallClock(clockid_t clock) {
    return clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE;
}

int clock_gettime(clockid_t clock, struct timespec *time) {
    if (!isControlled() || !isOurs(clock)) return REAL(clock_gettime)(clock, time);
    // It must move for code that waits by asking for the time over and over.
    now += 100;
    uint64_t value = now + (isWallClock(clock) ? sinceEpoch : 0);
    *time = (struct timespec){value / 1000000000, value % 1000000000};
    return 0;
}

int gettimeofday(struct timeval *time, void *zone) {
    if (!isControlled()) return REAL(gettimeofday)(time, zone);
    uint64_t value = now + sinceEpoch;
    *time = (struct timeval){value / 1000000000, value % 1000000000 / 1000};
    return 0;
}

static uint64_t length(const struct timespec *time) {
    return (uint64_t)time->tv_sec * 1000000000 + time->tv_nsec;
}

static int sleepUntil(uint64_t deadline) {
    // A sleep of no length lets others go first.
    if (deadline <= now) point(0);
    else waitFor(&sinceEpoch, deadline);
    return 0;
}

int nanosleep(const struct timespec *time, struct timespec *rest) {
    if (!isControlled()) return REAL(nanosleep)(time, rest);
    return sleepUntil(now + length(time));
}

int clock_nanosleep(
    clockid_t clock, int flags, const struct timespec *time, struct timespec *rest
) {
    if (!isControlled()) return REAL(clock_nanosleep)(clock, flags, time, rest);
    uint64_t deadline = length(time);
    if (!(flags & TIMER_ABSTIME)) return sleepUntil(now + deadline);
    return sleepUntil(deadline - (isWallClock(clock) ? sinceEpoch : 0));
}

// A loop in C that waits for another thread has nothing else that could let it on.
int sched_yield(void) {
    if (!isControlled()) return REAL(sched_yield)();
    point(0);
    return 0;
}

// The same numbers in each schedule: what came of chance could not be replayed.
ssize_t getrandom(void *buffer, size_t size, unsigned flags) {
    if (!isActive) return REAL(getrandom)(buffer, size, flags);
    for (size_t i = 0; i < size; i++) {
        chance = chance * 6364136223846793005ull + 1442695040888963407ull;
        ((unsigned char *)buffer)[i] = chance >> 56;
    }
    return size;
}

int getentropy(void *buffer, size_t size) {
    return getrandom(buffer, size, 0) == (ssize_t)size ? 0 : -1;
}

uint64_t stoodStill;

uint64_t CSchedule_realNanoseconds(void) {
    struct timespec time;
    REAL(clock_gettime)(CLOCK_MONOTONIC, &time);
    return length(&time) - stoodStill;
}
#endif
