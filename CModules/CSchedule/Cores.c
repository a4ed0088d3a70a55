// A schedule keeps to one core: its threads take turns, and waking one on another core takes longer than
// most of what they do. Between two schedules the kernel may choose again.
#ifdef __linux__
#include "Schedule.h"
#include <sched.h>
#include <string.h>

// Those that this process may use.
static cpu_set_t all;
static bool isKnown;
static bool isAtOne;

void keepToCore(void) {
    if (!isKnown) isKnown = REAL(sched_getaffinity)(0, sizeof all, &all) == 0;
    int core = sched_getcpu();
    if (!isKnown || core < 0 || core >= CPU_SETSIZE) return;
    cpu_set_t one;
    CPU_ZERO(&one);
    CPU_SET(core, &one);
    isAtOne = sched_setaffinity(0, sizeof one, &one) == 0;
}

void leaveCore(void) {
    if (isAtOne) sched_setaffinity(0, sizeof all, &all);
    isAtOne = false;
}

// How many there are is none of a schedule's business: who counts them gets as many as elsewhere.
int sched_getaffinity(pid_t process, size_t size, cpu_set_t *cores) {
    if (!isAtOne || !isActive || size < sizeof all) return REAL(sched_getaffinity)(process, size, cores);
    memset(cores, 0, size);
    memcpy(cores, &all, sizeof all);
    return 0;
}

int CSchedule_cores(void) {
    cpu_set_t cores;
    return REAL(sched_getaffinity)(0, sizeof cores, &cores) == 0 ? CPU_COUNT(&cores) : 1;
}
#endif
