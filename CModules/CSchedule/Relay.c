// Several schedules in one process: one that leaves nothing behind costs a tenth of a fork.
#ifdef __linux__
#include "Schedule.h"
#include <fcntl.h>
#include <limits.h>
#include <linux/futex.h>
#include <string.h>
#include <sys/eventfd.h>
#include <sys/syscall.h>
#include <unistd.h>

// What a process goes back to.
typedef struct {
    uint64_t now;
    uint64_t chance;
} Moment;

static Moment mark;
static Moment start;
// The first file descriptor that is free.
static int firstFree;
// What is done between two schedules is no part of either.
static CSchedule_Record aside;
static CSchedule_Record *shared;
// The last order that this process knows of.
static uint32_t known;
static int eventDescriptor = -1;

int offers(void) {
    // Far from the numbers that the project's own files get.
    if (eventDescriptor < 0) {
        int near = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
        eventDescriptor = fcntl(near, F_DUPFD_CLOEXEC, 210);
        REAL(close)(near);
    }
    return eventDescriptor;
}

void takeOffer(void) {
    uint64_t ignored;
    (void)!REAL(read)(offers(), &ignored, sizeof ignored);
}

static Moment present(void) { return (Moment){now, chance}; }

static void goBack(Moment moment) {
    now = moment.now;
    chance = moment.chance;
}

void CSchedule_mark(void) { mark = present(); }

void markStart(void) {
    start = present();
    known = order->number;
}

static int nextDescriptor(void) {
    int next = fcntl(0, F_DUPFD_CLOEXEC, 0);
    if (next >= 0) REAL(close)(next);
    return next;
}

void CSchedule_prepareToGoOn(void) {
    firstFree = nextDescriptor();
    keepLocks();
}

static bool isAsItWas(void) {
    for (int i = 1; i < threadCount; i++) {
        if (threads[i].state != ENDED) return false;
    }
    return !hasChildren() && nextDescriptor() == firstFree;
}

bool CSchedule_offer(void) {
    if (keepsClocks() || !isAsItWas()) return false;
    shared = record;
    record = &aside;
    uint64_t one = 1;
    return REAL(write)(offers(), &one, sizeof one) == sizeof one;
}

void CSchedule_rewind(void) {
    rewindWaits();
    rewindLocks();
    rewindOutside();
    // There is no room for more.
    aside = (CSchedule_Record){
        .decisionCount = CSCHEDULE_DECISIONS, .eventCount = CSCHEDULE_EVENTS};
    goBack(mark);
}

void CSchedule_goOn(const CSchedule_Policy *policy) {
    memset(record, 0, sizeof *record);
    order->policy = *policy;
    if (policy->prefixLength > sizeof order->prefix) order->policy.prefixLength = sizeof order->prefix;
    if (policy->prefixLength > 0) memcpy(order->prefix, policy->prefix, order->policy.prefixLength);
    order->policy.prefix = order->prefix;
    __atomic_add_fetch(&order->number, 1, __ATOMIC_RELEASE);
    syscall(SYS_futex, &order->number, FUTEX_WAKE, INT_MAX, NULL, NULL, 0);
}

int CSchedule_takeNext(void) {
    if (threadCount != 1) return 0;
    while (__atomic_load_n(&order->number, __ATOMIC_ACQUIRE) == known) {
        syscall(SYS_futex, &order->number, FUTEX_WAIT, known, NULL, NULL, 0);
    }
    known = order->number;
    record = shared;
    goBack(start);
    startPolicy(&order->policy);
    return order->policy.milliseconds;
}
#endif
